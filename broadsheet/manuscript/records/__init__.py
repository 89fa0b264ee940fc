"""The small YAML files beside manuscripts: editions, page maps, rulings, moved addresses, names in another script."""
