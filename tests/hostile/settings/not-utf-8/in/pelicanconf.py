SITENAME = '¼×'
