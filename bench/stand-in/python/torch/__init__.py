"""As much of PyTorch as a setup.py asks for."""
__version__ = "2.7.1"


class version:
    musa = "5.2.0"
    cuda = hip = None


class musa:
    @staticmethod
    def is_available():
        return True

    @staticmethod
    def device_count():
        return 1
