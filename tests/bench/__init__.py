"""The benchmarks (`make bench`): each figure beside a yardstick that is measured in the same run."""
