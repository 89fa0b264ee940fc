"""A press run: one incremental build, from the plan to the finished site.

In: a `Job`. Out: files moved into output/, the build cache saved, a `Report`. Imports every room but `pelican`.
"""
