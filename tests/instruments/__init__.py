"""What tests look and measure with: stages, terminals, failing disks, time bounds, strict readers of files."""
