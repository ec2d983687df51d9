"""papers publish, scores pack and collect."""
