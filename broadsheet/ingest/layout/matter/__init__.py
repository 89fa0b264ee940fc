"""What is no running text: tables, verse and advertisements, told by where their lines stand."""
