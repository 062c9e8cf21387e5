"""What a request costs, in CPU seconds, beside a limit measured in the same run."""
