"""Headlines: which display lines head which story, what speaks for each of them, and which line of a stack is what."""
