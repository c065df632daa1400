"""The voicing decision: a recurrent network of 24 units over the features of the frames.

Fitted by ``python -m syrinx.training.fit_voicing`` on train speakers to the voicing of WORLD's DIO
(10 ms frames, 60 to 700 Hz), by logistic loss. One gated recurrent unit (K. Cho et al., 2014),
one output; the weights below are float16, little-endian, base64.
"""

from __future__ import annotations

import base64

import numpy as np
from numpy.typing import NDArray

N_FEATURES = 35
HIDDEN = 24


class VoicingModel:
    """Log-odds that a frame is voiced, given its features and what was before."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the past."""
        self._hidden: NDArray[np.float32] = np.zeros(HIDDEN, dtype=np.float32)

    def step(self, features: tuple[float, ...]) -> float:
        """Hear the features of the next frame (see `syrinx.dsp.pitch`), return the log-odds."""
        from_input = _INPUT @ np.asarray(features, dtype=np.float32) + _INPUT_BIAS
        from_state = _STATE @ self._hidden
        gates = 0.5 + 0.5 * np.tanh(0.5 * (from_input[: 2 * HIDDEN] + from_state[: 2 * HIDDEN]))
        renew, keep = gates[:HIDDEN], gates[HIDDEN:]
        fresh = np.tanh(from_input[2 * HIDDEN :] + renew * (from_state[2 * HIDDEN :] + _STATE_BIAS))
        self._hidden = fresh + keep * (self._hidden - fresh)
        return float(np.dot(_OUTPUT, self._hidden)) + _OUTPUT_BIAS


_WEIGHTS = (
    "EbizPLU3NR5wsZ88c7idtJY6P7pZtSa/z73yvQE1xr93OR68Lj1wtRKliTggLoI3RBtILNA1YLBtMbuk9qU8N6iyI7S8"
    "sabAo8CfsfW0p7QmK8U7GDncNr03hT6IwH+8ZbRzrY9EXkBEPfAt2TSitq2xBay1H52h97CXJOqtfC0IMxO0w6y0LRQ0"
    "BDgwwRS7DjWUq7sbi7XGOGw3QkWUtxC4Y7vGpTG+jbBavQLDhLM4sr64uajuMBo1Rzc8sAwq26zGrfW0KbPxLCI2CS6p"
    "rQQk5S1juji26i8Ms8a07D5vurc9sD5DsFox6LWJuKS4oEP8Sxw01TjlLX0rljNZpmYrL6s9LFMmqBxzLqiqDLIwrJ+r"
    "mDORMgJDYEPBMY6zTbVfvKytrje0vIwtGTOKQHI+ErIdNEG1S0k3wCSy57WlNYIwWa2ytImyP7FJq5Kltq9YtbmoZLQs"
    "psivqysPNLI20KB/sMKxgyuFvOmzM8L1O8O0nrqSPOW+7C0vP3hH0Lq6NBqxdTI8s5YztbRPMw0vczJOtoWvzLT8MNIr"
    "xzK0LYwu+zrgOqY1PTL+Mda15y/WNQA64argOPLA5Tw1sIAzXEUaQ4IoerN6uBWyEjhRrdcu+jCdss0kiLHKMzk37q7/"
    "JXG0/q6mMRi8Kj03vPi3Mze4OMkuBTCPwVC7RrbMwU6uMLyCNCDBj7zZLEE5ZjWnrFwwT6sAqQ21prMfrCst2aRnLJYv"
    "Zjgyq52yBbMxqPY4NLqbplq1KT3vN3W087ryPPQ7DcSEvnIw3zPXPe9AyKwNPAm5xboYsWizfjaJNviqHDiWMo0gjjCQ"
    "s4m0rylCOBs4QjNENFK7ebPwsC+3HThOMng6yLkoruFCYjfJNj23KbzQvrW07S7huQC2AzUCNTUp0jEmsXOwoivGNFys"
    "VDWtOKM13KHKpVG9IbUTO8IyaritQlAgDqiLu447RLxSvqjAsDyXOBxA2jp6uoyrSDQprsKy6rDmMLKugrFYLKQyFC9E"
    "NjSiaqzRM6SmFLgIOK2lCDtWNrMv3Tu7LCE1Sj24tAk4QjEWObW68ioMRFbCB7W3NQs3AbMPLFyui7DCKjq1CrKaM2S1"
    "NbENtS015i6vrTupwj1BIGK43SjjMiI8pzY7tOTBlj01NNO7EEAXtSgxHcILQ0++PjR6OTA5kzWQK10nPrARIhSxjzX6"
    "Kl62/TBEODE18rF9tRVEbUMSOxaribaoPNu9KDjkvSC4pLokvl6sgDnrN644JkMetWwy87c9tFA1czVlquIy8qqMInsq"
    "j7ORtcctmzMaMTMyDisLPKI+wTZBpG4y3S0nu28s2TmEOhG8pD78PmmzKDjrxA3ERrmPLYox4LS4LsKyAisVNA+x5bTS"
    "J4s13qvurvYzJDNCsICwnjFdOhC2LLH5s08//TwftAG9Rjw8OjmuaMALPCC2o7H/PWA5kLepqzotZ7h5t5m29jFdrWAy"
    "EyzbtrU2ViznsuSwcjIGL200wTYVMhs0kKsFNOascjIvQM1ALEA2vE5AFrozJsjCvj7sLykvgzpMIdy6CrRgsaGw27KQ"
    "LxY0m7ClKGEuL6WPNTc21i/oPBI4JCtNMGImDz3bu4Ow7Trduca8sTrdN6I+iTkeNHrIzq1fuE42C6heM/gxyTSbr3my"
    "hKwDLnin5LT4sBg0xJ0WtJqwWkB9PhatQLX6tjc6drfQMTLCPjzAtWK8E7cJMVyqNj91SeW4ebjSKBo2CC1zLp+3fbin"
    "uHayJiUMK6E0KC4EKXQyJjFTMAhAPLVWvPKvQTONtCK51TXXwc4+rrt+wde4kr6StGY/ssEauFMyNjzftf6sSrpDMN0w"
    "yjFstU04v7Mus/k3BzgitnW3IbcYvns/FL01uI23hbw6vTM4DCo1KAQ4qT3Pv9I4uTCdwsaU9LpSsJo5E7W5uEY0FTlE"
    "OJQujTXvMjQp66zLN7c6Tiw8rjWnZUIaQHEzwTCGtCi8kTQ3tVc5XkCvP44/vkGisCY0NELXQFy8FzjRMpAvJqxqo/Uy"
    "QC38M1Q2LLDuMA2vM7MFtdCyv68aLw47SDm/M/W1SbSxOIW04TkYNQ47Uz2TMhs7jjxpMDe9ijzXvvQslCTwMlA1vC1k"
    "svsneS6zLjMzlLAhsQ4rLygENvWl6yn/OXk9cbwDuCUltrlatLI3hcIBvfbBaDzdOhg5IjT6PkjAUbAwPA8ykLMtNUw2"
    "/Tj5Mc2vkrZrsW8s4S+zLVQ00LfZtLWz47FZOMe+QLYSt067mLLStQ+ltywgt40/scFPOcOzsMKWRF+8MDUjuvKx9rUH"
    "LpE4/jahtRisHK+PHwAvoizwsk+xtzGWOH88kT4IpL20uLG7Pm68SzexvqI9wjyRuo+oBLoKsUfAlUImvBIs0CisLq+3"
    "5bXmF2gxKiygMbcoxbRMH+2p7jCLpw0wkCTZPCE5xq27LGQtAz2xubo638BHQHNAhrlPvMA5eaxrveVCQimELZow4DTB"
    "sXok8zGINCIJ6DS8sWYyUK42MvOqTjVqMJy1bDi7MGK2t7eKuTA8+rtuOAm8Ej91twEltbJhuHgv5jBaPSC2pLyHMWM1"
    "LDQFrkW0WbYgs+uxOyxasYmzIa0Lr98w+S35M3OyG7oCOhcrz7QAMso2DLbbts+9TLqgPdeQWjcEp4qlSkShs/u6S7Da"
    "LTSs1LJotk60LCxypCSviLeCtCasVZ0tKYyw1zA/tk2097V4smewqbhSsBS47jw8QgWmw8ELKMO1cyEGNsq21ayusY2x"
    "ZbFQtT4zgTKbLjyxdDAarRCoHDKcNVwyUiwUG8ahETYguGY13qv9r7G3s7WQtbY4FkJ5Oz482D5eOk8ozcEux4S0hLCP"
    "M+cvGTJ7LwIo7C+Bs70pSy1tNIAt+bSGsh+wnLEOLrI7xzqqMoowBbG9OEe1PjinQMxB8Doiu8+5xLXdtYO8DkCWPcm0"
    "3LKmOPGsb7O8sMksea0wtRK1e7IPL42lMbgXJmw0xDJrvQe/YLf3p9yvbjhhMw2yNLxyuUM6XUDdvOAoEyw5rtzIWLyy"
    "OBowcDJJNKi2R7FsrCaygzLYslU0E7A8praK6DDHtiepeTbHOww8xTBtNHM4LjZmLXA+Iz12OuLCIT1fv9EpM0F3OLI5"
    "s6VTp96cnrHKNj6urrQnNzkuW6pgoJQ0/7IJJv0yiSQvsKq7lzR8thY1kCezwLErUjjwPiI0LT5Itng18Lu2ts68Njoe"
    "O7a5JSwFOsGw2atssvQoSrX9s76vyS5ZMeCxt7RxKYIwA60jP4i1WLJhLTStBjVmN8y1VMBlO9ky9KgFOSK73bRgvr44"
    "Jbm/M58z/zeErr2w+jQ5syK0EDIALbQs6DDps7OxFK7+N0w07b6ns9w1pJ6VtGowNTyFs7C5CDoZPSs2b8FKuqKowLse"
    "wi83bii+NcU31LYHLZKrfbZhsTs1/azYr/kvUasANOQrUzPHMYM1Kz2wrkqx2qymOFe1bTg7LJM95jwRurmoKMDpJWS4"
    "6zm0u+g1aTeUN6IxyLS/KZopWjdQKeG1LjViKhuxJDUXpVMtZzFDtRK3M7SBnjk2YriIuIc9vTzEPt09KSy/L5U8WLRM"
    "vPK7yDbltCo3IzcyLpGzrDB7LmStc7KZMPItZzZuLwQrSLJOqeG1hDtYPPuw9LX7MHK2zbVsOTq8CLzFMXa7ZT8YOPkw"
    "U7X5PHk0wrqltZW0hje5KuSiFDANMJ0yza7atzuwNjMtNNWqXK6WIAY0hSVOuAOwFCuPOjs5HDgTPKa9zzG2LaE+i7lS"
    "t5w/qkc7PAm1SLfltZevqjdnH+2tZzTiMGW07LKdtgg5vDY9o3OzBzPdut+wW7MmNE+war0KsjA0i7MEwA243bTWuFe5"
    "W7XMuPE5QztouO4sI7LfLYgvfKhEMUGsmC0NtKMt0qhmtJMhNTM0pQIqsCtmuB44ATj1tHLATrizufK8MDosPMq+QTfG"
    "vpY2ojNuQLO7WjTPNX81njTGLlS1W7GRtE2s/q+HOPwuD7CIJ7ModzBaLvi0E7yutACwvrbPv/2xj7m7vCtAxj2tuBg8"
    "W8BbqG1JTch5vbk+WzgrraUyiy3kMgauzDErrUu0OKkPMngo9Z1ptA41HKVNOYK5fjNwNl24qTtNvNkvFL8ut3u+9TZS"
    "QPo8Xjn9QO2+ibhWNTu0L6xWqjOxHzDGNPMxkDLrGV+yYbOfrh02lalBrpEwhTzFPoW2mjJ/Mii5Tq17sdm8troVux28"
    "HkE2M1UyjUMNNcO2EKzDLhQpNTIMrts1E7PTsUWpHizqrCMS2iojKJiqY616ssa9OL0QNdG35qynPns4UrZZLBpA6DR+"
    "vlHBE7J0Lzi9y8CINGexLCWBtFK4EDP9klAw7jKGMLCxJzg7twe1pTAeLnuk4S3CPAs6fjWIrZUxFL3jQGs8wbjLQJw1"
    "MsHrPM05P7EDQIhG9bW7pNy7drXotWE3VzdXp4EXQrSdMQGw3LWqNKk10LUWuAst0bkgNcu2t7CzryKwxrjWKGk1FjXW"
    "OL/CFqsYMuIyjjy0Qa+zcjFsMsAsJqgkLocvNyX9rT8vgLEMqLAvLC/TLZgnxCHFLRU9Vz1rNWc1NS3yNXQzJbI4tkA1"
    "nS9qPI+0Y7j3qGclo7uuOgI3bS7+Lj4wJ6neMm4hHLFuL+KpTY0rsAuxnCsxp00p1aXSOL064S1TrpIpuDLatzm2u7zq"
    "Ox0ujrUFr5s6jzUEvZLBTjUpMo8sVSlzrForgzMsJjsx1a3OqYSkR6TwLxcgGCTEqRMtBb2gtyaxbrBbsPwm0zgzNw0/"
    "TbR8unq4UrUVKd60Wba4SAgwcJoGts0pE7A+pIeqoi/wq78qL6xbrSYwmi1cMdkp1LBgrJO0PDI8MUSroK9dMVI2WS1a"
    "uS43qrUovU65BDILMQW3D0gfNZYwMDQkKiIsQKZbMB+sr64wK6ChLzKqqNAp1K2vL6UeQTLtMFo2OSvArZwxYDS4NUE1"
    "dT6Mvd+6CT5ruNQ8hTB9L5G8Ca7lL6Yypq/tMVa0VauurggwibFtrqmwxzGKrhoxIqndrK+pe7VxNk45zanDteE4hbed"
    "LCqswrLWpau2CLuzNRYt+bhyQby6IbTkLHOkG7ElM6CsVTCCMIkpLyzYMLWmNiDHrTEiTzAigUgzd5+MNCcs9CGPt1my"
    "5zX3OYOoDbV1OWU2V8B1uHE0TkYqsPWzFbTIK5moXi7rJZurgy01MW8tU7BpJp+rVCl4o0OtUqnVKQuvxbeSsHuxzroJ"
    "sRivCyUDug+6Fb/8sM69PSkvNTg8HLwFMqGpu7TBrYOsIyC7LxqutSxprbAp9yYbtKSsGjH7HEKsOrG2ryW06rMeso23"
    "EjxYqgFAc7XoqSA7z7p9t3SzkixDtDqwXTWErgypBSyGMdeqCygUqDmt8K2AsJ+c4y0vM8csO5sULwiuRzg9sacub7Dn"
    "OHQmqbOgu301TDrLtbw6pjmqNLupSTkNunKyd6kyH0uwLzE6LWUpPiDeLtouwbPQoHep3TACLqIvBamXO2q2AbEQrmmu"
    "nTmgMgC3TrikOha1aDrgsng3gLFet6DFMCXaNgitPbEcroYz37DKrAoqGavPLGWxDywUskmlhh5op40ytbpStCWzr66g"
    "MhO05zaVtLsy5TeJOMa8dLBuPV4okLyDxPMxaClMra6wxLHJr7klg66HJXIoxiFMJ5em/6lGqQiw1C/LoLI79jiOtiI0"
    "QSxpua211LWWK62417TTNEEsfrrXqW89ZjqUN5S0466oLPAwgqQDJpWtPTBVJ2OwEqOCqqMrGi0DocSldRs3vOm6hDU+"
    "K2mg9rQ4Nc0nsjqRMseoy7Wqtoy8NbXGPZhFdzonqGWrBqNfq1S0Xa4fqagQvaXQsBIaJ631LAmyEyzyKQmoVrklvXcg"
    "4LCPs2a0Y7a5MIy5CzAALmM1tryUvOS4zT0sQkkzZC3FsqOzaiY3rgAo2CkLGW6q0StfLQquvCG5I5yaSTL+oxES4Lq0"
    "tuwjfzBFNSwq8Z7JvGK2FySEQR0+5EByNBRBnKPos0YrpTeBMQiz9jCkpwEpyidPK4qrOS6YsdOaAi7FJAWozbBtOqui"
    "PLK3LH0xOziSt7gyqbjxOPyxJsC9Nxa+SbWGOPpEQjfnMgMxB6bzLiOq6DEHrx6p8aCHpCIp3a1WsRArC6RMNCcxqS9D"
    "Nri07Sy/Le++PjXSs9K3ArTPtgs8Yzznud6wTDVsvs+xKqfhMXMtQ60iJHSoSS6ULl6xASocpJwkEwl7rpWm6SxMreYx"
    "h7nerlCtDrTorwywFLTIp2Y2GznjOdPAFDynLtRAgUKdMC60kLIkLEm2siq2MhyucihTL4cyprGNsIUy0hzmr74ocDGG"
    "snO2O7ljtDuwTK0fNiC0D7pjN105fr3uvM41Cq4TvAQ987m3sVetjDRSrzy0wKaksOOl8KepIX2pSaQas08xbavcsRgs"
    "wbzjumo236+MqjI2u7I3tBWv4ig9vHi12b+KNmYpjkFyO8K4FDlzNbWqc64Rsb6vw6/tqgmq4iPtqYyuhjMHKSgVQ6Qz"
    "qQuvAi2srhuvmixpOo+0vTQyPZOwdi33PIo2SrjjLU430j8stUKlETQVMQAsv6GZrFczL7D6MoQq0K/ir1ywbZ9OqCyu"
    "lbNrtGw7STYBpYMya6fKOaQ1zB/zuDy1MTtkOOs2Sy3zOkBISjmENTa0yiRHKks2eCu+J0OvoSwfKJ8tYq2dmlKqCa/+"
    "qXMldDi1OZ433CPstbm7PLNFuAg5iLo5uBM5Njc5OHmuXrghuLMybLShtAK5QDmitxG0nyl6Lw0xWjZFNv+4Yq6YuAEw"
    "oDUNNnE01St8s+200LEwuPI1ZzSGqwA3QSJotAo8gi4NrsgyNzBEsYc03bXbpa0y0bPKNds1oagrN2yuCriFsx41wrK6"
    "M9EnSqzstrYzxrDwMAW0rylVNzo4rrBvtc80VTD5M1q0wy1AMEU8GzFZN/0wsLfENAEyFLAvsG42gi9btP0wajXnNN23"
    "qSyHOEmwobVQrlO206+UC2e2sLDzqX80BLr4JJSmnKbVIKguFLSOM8w04rKkNDkflTCBMcow/iXMthI3RjUwtlooYrL9"
    "NFq4wTZJNOGuqzSQNSc2IjBYsISyDC+QNO2ymrJnMw22V7VVL0+6uDLlrwIv9SmFrniudrhzNt63ZrR6sMs4+aloMJOo"
    "Qa4Rth+uJ7tLM6iwtbI2LVc4pTJmNGC2trGbJgC53Zv3NU6xbTJiKdu4BDUkOK8s+zUiuBmzcjAPs0ctS7YiItQxHTBg"
    "sXazjzbzszw1DzQXsRs1JTPAIDo2dLWdLX2zBjh1NC+nqjKiNS+noDiltgsww7E7uZKxWS97Ln20GC0QOog0dLYyMOc2"
    "qjLjNCE1ZbDlKkWzezkpMig4ATDKsEYxFrDYIGqypzUzNRM3zjBGMGex3TWVN4A3ArZ9NLqzYDU/uCMtODMrKEyzy7XT"
    "sxs11bI/MQopj62DMH4spC+msxa4eJg1NE4ht7UzNWq4WB1XNE+vn7PbNbu6P7SrsNowMDYiN7UypzTVOKe3yrRJtXS3"
    "WLYOtf2xlzFPKvA4grQXN8C2nTgkqk6v5rcvtXG4Y7cnsJ24Ux4+tkK4PLi0tL64XjJFLIy3ai/ZsxuyhziwLVec7zU8"
    "OZA1t7feMSqwh7eetKqzNbfzqjE4E666tqOujBzbKdKxx7R+M7c1MbFQu5E1ojJXLey5fqPcOCm047H0PB24Dba8NJIw"
    "xjgYOP033bdHOfY20bj4NEGqgrThJ12up6S6rma8irhSOj6sPrR4p8e4zC85NiWwsTscuOK5T7ghMB8rIzhVoG4ygrZe"
    "MOyuXTYMMac2f7k0NCw0lrjmLzKwEzUdKyo6AC5lsaqwzDcxpGm4xi/Bteg3L60oN+qznjansU+4DbJwqCq4cx+HrIex"
    "lrLOOpA5t7VlJzSn9LV3MrC1JzMoO4+33LPquFA32LGOtU23mjRotRi1QqX9OscgZ6aLN4M4NTqKu2A0hjY3NEUwUrPg"
    "Oa85N7Gyuvm4UTbNs4+24LtSvTI7Wyg/Myi8FDMbM744+rY6OIW1D6lyLr+zxaw+sos10qVqIXC5WjndrN+ydblXOSsp"
    "8TLMuW+4rjYqNSew2TAdN2806LJvMK+xwLdJtAQsITKTMVq5tiWrM8+zyy4gNYwvBjchpHy6R7Rnudm4RTnjMiy11bjr"
    "tDYxWjpVrOO1tztRrk60jbS4Mdc43S5IqcQ1oLQRpf2tGi0osaOpxLWlOQGx0jUXs/gx+rBwqpUwuTxUu+i7YrdSsmA1"
    "DLwuLm001Th7uboxY7f1OpI0iTdEqYU0zySHseOwZRPPtCwqKi48NuW5c7P0MUe1hrf6ueyqGLH/sM6udrCUN4U90Ler"
    "LVw21yb8tBa4b6yWtIm5czzHMb+1uTAZPOqsr7pPNKcyJ7M0tUs3ZDDtOcYw4K2wLrk2Gq+2NUI0iDFIt3m35TqcsUi2"
    "ZrKZMWCwzCuvueWxcrVysxq63jhFPXs87Tj7rQqtsjRvq1e7zTdNpkmoxzgNqEaoRSsxsSw0/rZttGKwFTaEtUs0tjjJ"
    "siY3ZS3ysjgt3yw2K1e2nq4wOkm1IrZVpjc5/yw0ptCwOa5IsNEvGK4ms20yubIUPa218zjvrWwhOatSMws4mznkrMO2"
    "eTANNeCyu7o0pmYZZbdEOzs14DCmM3Mt57FxO++4hzgTpvwzlbWDN0e0W6kvuKovpTiMKeGztDd/rH25kq3Zs3e0Nrn7"
    "uAe1Hq4jPR44Fy9IL20uALvJNGS1AhMltd6pXDUjrhq4Zrh/Nie0/LlVLoU8AzTKuRi64DaENnC6LKyvqx8zu6vlKMG4"
    "jzP1OD26sK1uOgY4XKiYuTSyB7ZyOU23U7gcuZ6pnjFTOVm1YDMPOd24JLZdMAooyzZksf26dytUPOeoiTNELvuxpq1P"
    "PX+0ALm8vBY7KTwxNf8sjyoQObMyE7IqOEozm7WesB8tn7InNcG2f7TGLBwt0LltOAopiTDXuEQ5nThpN2c8+bkTNqux"
    "qzpHLqOogT2xpQ41mS3qtio1VjCAtSCt/rhrNzc7zjgoMASsRyezOju7WzJMsF0y8DtXLj0tfjW3OCm2FjmhLPoqNi6u"
    "Mee1ebyIORA4IzTZL0Q6OTVGOpC4grjKs6GxYLLjtOKyUDmdmjm3OD3MOn27v6+fOf44gbmNNUy40rcmJSE5zDjPtYE6"
    "Y7Smr3Y0ejP/tIGtFDjBuK02CTVQssWycKsKNbQrabcYr4EpQbXArcEu2akzOX00nbzRJDc3bzX7slknYC46N+uysjM/"
    "LOy3rrvhLgC6S6Qkug8qw61Epp84vDg4L8OtNaiqrneyFLE5NTi0+zDTvCgxljqhLdgyqrjDNA+rk7hNtga4ZzMsufU5"
    "arGwNko1JrFDtQ80MSykNkG06bKkOBOzJ7zBodWsCTY+OS+4ILoztD+x67UNNgk4cjgLMi0+QDGYLEC2wDRLNXu37Dgh"
    "sskvdTgWtNCqCC7wtHgt+7QDrcU51LJNJW+tEzJtpB63zS3jrrOyhTcXtEK4MrI+qxM7KjHupp21yrCQN2GxMrjpuBQ3"
    "ZanIq2e4grFhOKMzYDL5ujU1RDYzqWO7TzKWtR+7ejrfO4+2+zMfNmw2erlaOg+1zLeLtlg5OjjlLJ2uybZqJgYyRDT6"
    "tOY1vTG6ORW1Urqqs+sp6bZYM7qdkax/t5k2bBosNwG07i4SNkW0qzj9sdGoIzlbOREvAyjhMfQvNbcFMOY0ULFPsms3"
    "/bCPNB42tCAmNE4ia7SIOBK0PTHWKkMxsLSPMx45xjf4Is4sHDimL5wrN7BdMhI5SbJDrRWuw64RNX41sTiasUCyOLMa"
    "MF+xtDjJtNw42CmyuEO1jCU+OI2t/jY4NSSodjSPMkKyV7iunqsvuzOjKIasxS/5N+I0xzUMtO2sXrC7MwyvEK0Bsmm0"
    "WDH8NQsu6C+dswY1+Kxbso2w0y72MSc0eTRktKI027OsN1CvNqlOOQk4K7ZoMNC4ebaDtluxGbdWMrQ4EjiWLS2y/Llo"
    "uBMi9CK7LGusYyjBupM3cDamqyG33CgOIsQr5zTTOAAsNrT4I3ix1LfAMYkymDi5s7It6LQPtjMuEzAnN5CyMjHtMcy5"
    "gjSCM3U2W64pPJOxrDAms5i2brQfLAI0LjQatLEx/a3PrGyyV58zNjetWK8xqHkxIawNL9wiFx7aprIyuLc4usswMrQO"
    "KMuqhyl4LCU2JLfLtqAtxqbPqEuuECqqtI+rajm3M5CzyrUKMUE1YjDPMQixKqiaNQI60CAhqJo2dC+jLRw4Jrbys08z"
    "3CdEO700bCu8M+yrYrYkMGC0gy4LuTg4vzWhpBc0L65LsnCjhbBWqSG6QjkfMGs1Q60HMFW0MCmwL0SuGhtKNDwphjjv"
    "t+suAapFJ2U5VziYufG10zFsMeChtziqMyisCjaWrHYs8zQgoim5KCUNqGIn+LdTNNixTjXVszQ1sDgiqGA44zItLvwu"
    "gzOirV26pjB5Mbm1Na30s7MvSzPEozc3MTfAt2QwSSz0sEStrzFzqI2xrDRLr9wz9zEJs2G4aLhGqSq1sLEutHI4wq+b"
    "tnq2zDmQru0uZrTKsPW0NrhOKDS4ojSDsH20SCyjLcwzSa4yrtIqaiUhtkW2a7KhuGklUSVVMiU4qTZ5q+aggK0WKWwy"
    "HDalrCw5BjePuDG13jd4NVUxlqWHNXM2AymnqQAyVrYWNEW1v7NXLQs1b7TSNto3F7VTMtwtBbVZMlAwzLY3JWEsxrdj"
    "pjg5W7hKtLmyajgltCY1sDV3pLIyA69xsFcpuJYZtLqtNi2lNfQ2/6rQre62eS0CsQey2jmDNyY03qzBL5W43awMt40x"
    "7TKGqzwxoTRhNT03TDQMN0iyVZhVsW+u/DNYNRY35jVLNMS2PLUfLMC4Ka5Op+sv4rUzN9apKrVxMD20+bkZNNQvwDR7"
    "MBw1fTSPtRG6Y7Kkt1KxjjB5M7ksEqYcNCquqahxJRUoSrMVNBc0zTfFuKI0DjB+t/A2oS+BNhorVLDOtq+75LKDNPAw"
    "crNLJ9m4t7VHNqG1ODLTuHCxobW3Lug5/TRqsOqyljW4LaI39zMwK2+1fTkTtsuzeK+CsBw1hTEUK9+zW7D0MlY1ATjF"
    "LLE4S65/NPsxh6pBtOk1mbnFOAy47q0+JeYpUS3HNBIy8iyFqYw3NLPPtL22Gq7tskI3rTWGsdi4pTQJNMeh+S75NB0u"
    "lrE8sC613q0StxQ4szOqtDM4CaiTNP8gojS9tH6xtDL2JQau5TqUKY4wTLUUOlEzGy+StECw+rKAq301M7F+udw1ijCP"
    "NW03NC2QtBAzrkWFQuNANz0ByZU5Z7+jtgFFtkA2PrHCU7hZvEu8/8TkvrS8NsWyxJFIWsSkvuA8bEBIxr29A8XKw9c8"
    "+r0sxmq3vbXMusw+OUVvOSDBtcQ2wKtDXEYeQgZBCcP+O9DHrj2ZOqk9r7QHQtO9gj95vNAw9D0nt0m7eb2aN7Cxgz5s"
    "v/CyeTsVPXfBYj6UwXE28jd3tBW5iTndNt2xtK8XrqExpC2IMtmqtqAWspQ0vzKiKmq0Aq9GNDI15LCFMe4zT7asNSA4"
    "5LUytVC4l7lCtR+44K+POC8y8DesOEK2SLeRoGS4MjVIuE64ubjItXmy/SQ="
)
_FLAT = np.frombuffer(base64.b64decode(_WEIGHTS), dtype="<f2").astype(np.float32)
_PARTS = np.split(
    _FLAT,
    np.cumsum([3 * HIDDEN * N_FEATURES, 3 * HIDDEN * HIDDEN, 3 * HIDDEN, HIDDEN, HIDDEN]),
)
_INPUT = _PARTS[0].reshape(3 * HIDDEN, N_FEATURES)
_STATE = _PARTS[1].reshape(3 * HIDDEN, HIDDEN)
_INPUT_BIAS, _STATE_BIAS, _OUTPUT = _PARTS[2], _PARTS[3], _PARTS[4]
_OUTPUT_BIAS = float(_PARTS[5][0])
