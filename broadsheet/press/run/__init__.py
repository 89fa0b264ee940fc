"""A press run: one incremental build. The press room renders the editions of the plan.

In: a `Job`. Out: files in output/, the build cache, a `Report`. Imports every room but `pelican`.
"""
