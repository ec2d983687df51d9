"""What tests look and measure with: stages, terminals, homes in memory, failing disks, time bounds, strict readers."""
