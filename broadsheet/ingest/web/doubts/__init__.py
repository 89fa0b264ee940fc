"""What an editor should know of a saved web page that was read: doubts about its lines, its edges and the whole page."""
