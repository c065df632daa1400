"""The evaluations of ``syrinx evaluate``: a module with ``main(argv) -> int`` each, and helpers."""
