"""``python -m syrinx.app`` does what ``syrinx`` does."""

from syrinx.app.main import main

if __name__ == "__main__":
    raise SystemExit(main())
