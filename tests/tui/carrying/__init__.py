"""Publishing, rehearsing, handing out and collecting on screen."""
