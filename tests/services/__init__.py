"""What people do, in memory."""
