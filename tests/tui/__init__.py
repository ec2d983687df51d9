"""The app, by keys and by the text it shows; a job with one or two files stands here. snapshots/ has every screen."""
