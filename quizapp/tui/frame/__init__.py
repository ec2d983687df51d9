"""What all screens are made of. A newcomer uses it; a change here is seen on every screen."""
