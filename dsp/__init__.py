"""Signal processing with numpy alone: live block processors, analysis, effect voices.

The package exports nothing by itself: import the module you need, for example
``from syrinx.dsp.adapters import Chain``.
"""
