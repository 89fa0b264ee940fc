"""What a newspaper is: frozen data, no input or output."""
