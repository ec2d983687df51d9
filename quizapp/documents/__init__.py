"""What files for people have in common, whichever print or report makes them: their pages, their marks, their names."""
