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
    "bbc/ObS1prBFKqo7UrKiNW6tbjoRrtXAPbuLNFwwjT1XRay2yTYZtDek7S95sYc1OjNfIFopwbXwsdKvu6lbNLuwmCUv"
    "MYS+7byVrmGumK0ZM6QxWzCNuPUvki6dwya8lTPLpNlBa0QbNZ42BjfctcGwGLMLnSgwIzT8NP8r7S+EMTWy8DMWoeYu"
    "8zWivfW4Xyc3qKQy5S7OOHwtia0cuH27hbPQtRO5N6nhuPE8LrEGrZ22PLGoNdc1gzXsrbSv9ij4rji0L7EkKAIznyrg"
    "qEyunKzVtwYwiC4CLauo/T2goz6s/TiAvT66DLBZsu+xbELDR8c5XTkNo/SspK6gK3s1cjKfMqeeLLbsLVUmK7UGq72w"
    "UaR5NoFAHEB+q/yxMrbtto2t0zHzvU06EzvSNLA8+7ZgMmW//EWKvOOwSKazNfc3tqdptKuug7CMs8coTrQNtA4wzK6G"
    "MOMoqKkzOZszSLTLLyG0DrSJuoA0vrl+PHA6j776NEe7ajN8O78+VrrFqOK18y8Kr30rxqz4NNUx2jHoqhq09bU1KUiw"
    "hDGVLV4g3zI8MkM4rjA1L/Krg7RoMewy8rSiLEHA2jmTPNMnlz+5N3gmmbd4tU2uNjRss2moZy0tpc0yZiYsKVYwVTCs"
    "nQW1B7OYn+656znBLxap1ilcO1g4RC4avZq4Pbvzu0Q4/7HCLtHA3kFmuaWwLjB5sEktga95MRsrarIOqS6sJTPIMiIi"
    "FjTDsvizuLVkuCwxULFuIrayxz4NuLI0gTmYPyY9MMG2u2A0WbJAPLo/S7aDNKWqKLCpMDitZC5aLsivozGfKDgsVzDa"
    "JNo0mZP5qK0wBDUKtJSzcx50Kma2qDjFLH+5wjhZNsg+lzRwLSa1j7czKXeqpDgWuKqwtjYTMWK1x68ppZA1pDWLNKos"
    "wDfEN7UuO7MwrXOsXTu7NoEyQaq1N4+qiTHhvrM0eLGwvf+08Ds8N1A+tDi9utW1gbaes1suiatAsrK1J7DwMkEzwDQa"
    "qgkoqSxHMew016r3MKSwoi2TsPYvQDCZKMKeYypttLUubDMkuI27szE5OuAwX7TyMsg39LGfLteZf6rxKwiwwrKksEux"
    "NK9osLCxzq/3KpkxtzlUKL8uDDKrMj66vjX+rsW91jsGobq09T2/uhMnv8BQOKG5RDM6N1o1T6B3sVynu7YUqluyYiS6"
    "qv6s7jMgKt8vxq5YtS4/5zzmMT+ty7V2Oeu6LziRu204ozcFvmA0ZzIXMog41kEdMGW3jLI6n7czrDaKpEArmRqoKwSv"
    "yK0ysp0xoDAFMo0uRrAhPvQ/ay6uKLGxODQwuvMr+DLrOGG38D1vQLuytzSYwFu/nrgxtfgr3iVxNNitWbBKMH8q6xVn"
    "MZg0dqBaK0OkhDGFqDW1KrkiOJa4WrDtG1i54zpZrtO7AzTQMfC3LrydOsYwCLq7N+O00blOt24jErTkJDWtSzCQskmx"
    "syyas62WSLLhJAmwKKh2pgQ8GD3juiwqU7IxLv+2A7FrsL1AAj+zPi05N7IOMDixELYhtQm4CzQCNBm4JranIvw0OTEH"
    "LfgtKKx5sQ22gLaWpdU08bFUOH+2ajbnMb4jarkvuAiuxbEtsHW1ejYoIvQ7UzPFuqvE76Rbu+qqq6vZKiYx7aTEsne0"
    "QiG0pkCdx7D/tj8x2DCqLdYqjTKHoVQnkKyRsvAc+rVPKna8ZzNPuE6+t6wpNGCmBz+TRMu027d9lxA2NC0aNtwmLbBt"
    "s7auNTdBNIEyRBmTLjAykCRSM5o9/zdWuKe0TjG/wJU5WjaHL2E41TjuO78wCrrLtGY1XUAtuQ+4K7cNqhY0tDDcJnem"
    "3zaiNFC1dbS0siOr4TTisrOtEjX/u0kue7sOtEO3Vql9tf41cDe1POg3p8CHwCEtAjUjPl2wWajZM0WvKLSRsDCn3q3j"
    "s76yADGbqOMxVbCyMKUzvLRTs0G0cj4dO2u2YirrsY23jrSWqDC/RzwIPfM6STnBsVGbVTJ2MAcxLzWuMegvu7Q9LiOt"
    "tbFxM940jrBXM1ctpaxAqaOiELMSsMI61DSMsLcU5CZoq1C0OTjoKBk2wjSyOaA1jziBMI6+aD+0uMOwvq4zN8E1bjVv"
    "MUQyHir/M10x96l/tBCxwq3YNIetN63quoa6+7h5rravaLI8uDC0iMBCucO/C7zetMA5OC1ZMLvE4TVdOZU0Frg5tdIw"
    "aDJpLLeosa/XL542JTGkMl6s+7Ocsoa08LAJOAK9nLXzthG8BjAZMYk2GqwwLltAmL09PcYqCsImNwO6aTQMuvQu+7F9"
    "pC401jQhtBCmsCQZKLGmgCSPshu2py1BNNQ9Gz0kunS2UqC6s1W8xjfSvmE9RztQMLUwmzU3MTy9WjZ4uEo02LWmpnaj"
    "yykyMVgx/iMDID8woyz2IkIt064Bta2zCLFqOXY4CSnomResWTteuBY4pb6qQCQ+U7v+uFs8OaxSuRGxubgGL8s1kzgn"
    "sOCw4S8dM60zYTSKqHo1arWBL9AgMyiaMYqxcDpur1y2BR+uuHC4RrtDNDi4KD0OODG6hR21PZI1FkAiwp+19LfRsR00"
    "njXGsoe1D7XJs3CwODTgKESyArLNMEg1fS7nDb44ZbFiMLg0GrY5vuir3jQztcm1qbwoPI48TrgMMcUvpTigtk2ndbcg"
    "tYyy5Khktse0uS2VL40yVy4hp9IzlbEltjy1Pq1cufaxTLVcsiovO7rVrUS0PC8vPyw4S8KEuKm3PC9zQCgtRjUgrn8v"
    "9i+mt4woRzSdN8+hwTRlJvWh/J+ZLRAxGKf/ruYsYzhnMb6wsDCIscyvdzPfrWI5xj4GOH01VzpnsaKw+TO9wf65ELIq"
    "Ne00A7TCqwm2ESjqs0GzuLLaIhGyAbLks5emtKoHLhE0TZtbN3Yy0ajdPHq3/jbLNyE6Za7cNEi8YjGXtGK9lb1vOlG5"
    "S7Y1NKi0LbNMoOOlvKdPJQYyGTJyLwEsxLI6tWquWrA8vAW+FLM8tBGwCrp1pdAxQaF+tZAwdkBWu5Y3vCqQMlnB+bpg"
    "ODCsvhujKJSy4qh3NDotkDKwshcxzi4GLx20phAPoW4wAT1GPbg2GyjhMwI3Qp8nMyc7ETwjsp65HkBBsIgo9zjgLvw2"
    "e7A4Mbg1/TJBOFOoLrQPMH8uYDZPOJY3LbgXtSgzejIztfq1WTketWIv6i9VvRw3BjncPTK3nC0MrE88MCzytTu6zT2K"
    "OJG4JLWDMGO0FS1eqB2uTLaDKuor7S4KNDcpNihSK1IyYK0DP5o47rgmsJgvNLbQMhO04LsrP7g0dKYjPHK9w7WqupG3"
    "mLs7sasyCDCXuYm4YK/3sL8wyjTcMdmxAjOtqGSq97a7KSApcb2ft4I0B7K9q+I4RTRuKtoysD7oOfouJb2JrkMpuL3e"
    "sw8kdDc9NbWydrImMRw0xSaNqUkoJzFQoTm00zP7L/+qnzGnpf80WD2HuDGvv7AtuGokDzluJm4+wzylrhI5ZsCOsmC9"
    "Z7XvuVqx0zDoNQ4khahzNXg32TUvJh2yLqohr74scSpfriuwk6xNMFAqh7g+sycwkrv1L5k8sTrYPfI7OLizOCk6B7lD"
    "uN23krTTtC44LDmdMhUoDDPVGRswwLOqqJYt2zG+sOKwabCzMJqx/zyOPTywy7Q3sesl2bTCORU2k7ihOeC4aT1CHRK0"
    "YjG+upIxnLg5tDQrY681srewOzILMbwtIrP4rzytmLGNK5iwGyo4qAsuPrU1tmCt77PDtKm1ijFAvH2+A7zdvfu5bTln"
    "rItD17SQuJe4mbKfNT81ljcqOlU62DcgqsQt7S/JrgWzq7BnJSm06DI9vc654iTTqCq1QLj4NTe1tziKwZE6zrIBufip"
    "FrQxNco+yjFmsVs0ZDE7qZ8gbzIENDWk77GBtVEt+a+jtTMxJTSmNCmzWTpOM9I0TTNXsue8R7UmuTXAKDrtOJu52juj"
    "vo80eDgTvI67cziwOEU3YzDOLdm0krL0qICskatnNh0lC7GlsGottDB6syPBx78ar4C4ljmEuEWuCriDvAW5C7wLN3vA"
    "gr50qAk9IMbMIfyzJzbdMIiv3rXvtRaxFThOs+OuLqwsLvmyqrdZMkOsLrDuPps4I7XfLyKvhDxJuPSzNsBnOFwbfzqa"
    "Pj7APLB1Nq++8bSurJ2vlS5NNpesp65KNkMkUairsq2xWi4GNPem7jCtrJktPz0VQEu08yKWrzq8LrHRqZCzALnguPu5"
    "1z7wtjWqaD7ZP+yz1CiHM7AtzyqNKj4zBrHYq8soBSvSrc8hyiyrMbQw8CapKcO5xLnorX8hxCi5N+EwZC+gvGA99Two"
    "OI2+sT0JNC05eji4NMs0fDeErWuxJip0sfu0yrM0OH41bC15rh2xKq+iMBs1rzBiNHA4bjaKstEzpbj6PZU7QjjDP1s8"
    "Or1wN8U8xS0Ktk9FcrJkti+y1RkduH4qezbanHyt2LOItKgtkSkFNSYydq8/t4ktNrymNJm0X7G4o4O4+7WaMPW0zDQO"
    "NW3AtKGNu6Mtoj7hP0Sw3a4RrsQq0LE9LG2eEaOusPAu46xppeUstjEhLjyp5qldMJ05AzxZNREzYqh1tnAoM68asvwu"
    "9zOCPcUypaSLpI0xN7a8NyUzdzBFJS4wWKtUMhMti7EwLxqsWSNCJNkmyCZ8qMytFKy6NHM63zFjrNUiJrAgtfaw3rjA"
    "OfAdKa8pLIswSDJtuea+SzaBKnStRKzwoB0sPzBeq8Iw5K/Br8mZbioaMCOheqQurHosirrHtTa2RrJxrAk1TDi7MiQ4"
    "1CKnt8UrRK+6NuqtF7RpQluvcC2yt78onq/2rcuwaTEKsaAvSShpKkKrFi1GMZIpLxrMIkO1UKQKKearRLG7MRkzxTGq"
    "tow1GbqEvN257SpLLRy5H0OENCw02DFlqTkojKfIJzax5bABLIUr5TByrV4u36iaLVSdxDF5MLc1c69frDIu4LQfNvIz"
    "MznQuLa5Ej0ZsXA4wpzXOCo2c61jMNAs1LFGoJmxlpD2IJUyrK+trgWwczCkraUvFa0brsCqI7ReNQ0zJa7Oshwrq7Hm"
    "Kos1YiwkJJw2BbpWMKks27iiPty1fLM/LxkrWK56M52otzDiMUyiTy64L9wuqq4SsDig4DDWKDQ0abHarX6oDKr6tiO1"
    "DjAMNh80GLNFmYYmar7YtvCyIkGjtUqxQbNMnuOhyzBGMaCwO5p3o4kuKa+GsB2x1i2cpmKrBi+2MrG107VNJVevKrSR"
    "sagqWbU1t/a4eMAftDK6Sqjxq5o+4LGToW+vsrTdrpumoiWOMX6qRixtsV4qWjAqtBywRy7sqPqt3TFOrnyup7A/Ljcx"
    "WTl/MPY5aTSJt3U4va5JMikdLrzvO2m0AxywLu2toSyrMLixkqzDsQaodC0zAe4qFy6XNP0eQq0jML8o8DnEtFyiYaad"
    "qnQwTLMFsl6pkiVHt5g6SjXXMmMpl7ijsn2zva8try8t+zGdJvQh/xYLMGsw8bL+qwKskSaqqVon+SYoPO62qqkkq0Oq"
    "9TMDMI2zzqpgO86mjjIrqcA3vh99tT7CLrPFMwIviCwJoRE0PKy1Jp6sPrFNLyyytKd3qk0jNyrirckwxrg+LiIugB5x"
    "Mvk2cjJLsz4xbDj5M26QsjIPO6yoOLVXwdAzezFzGL2t6Ck2rLiiOa4dMEQyli3rL4Oxoq4JI32wPSvGrp86QDsGuBAx"
    "WCxrt4KzG7WEsnK0VCmkMk82O7pgnG4886+WNuidGy/mrCkv0a/sJBmp/DP1KF6vtimnrzilqSglI6IiDi3yu7S4gDha"
    "JnOskzcmNuuiDTh+rdCvOK/4sNy6erKIOrFCMDXhLQWxSq7MJwGwr6qWqLwrzyoeqv6mbqu8MA2x5Snqp2esE7GtvNsz"
    "E7GdsscwxK1AMwK1zDdtM8E7lrzSuwi33T0BPMCyujDWmN+yCqi1slEyY6Zcq/+qgykpqC2w7TAGL56qdi/uKNksera0"
    "rfGkLidEOFAv4LBbt6kkFDccPek5IEA3L8CwFDtKLSWzZDLFoXWx3jK7LGoxJLFlJogl/66MsFctxCliKE+j9KhuN2Wt"
    "G7PCLP4euzfUsc8Ua6cENBK4pb/qMOa8la6MOYA/oCsZLBwoz59rIcEkSDMEr72llbCgoGYw/LCNrmkwkq3nMHUw5TTf"
    "OKG1vTBvLpe69SUDqBe38LC/sTI7sjuPtziyczGrvaopdKBXLl4u/KSVpm2wzS9EL6WuCy0Ypget5yd0rKCkeDCEqryl"
    "1bbgvKuxHK+0tuehyjYWMqWyL7hMtZ+4l6+atO63QDzcqzC1LbRHsi61GSlkKvyrpa6AH/AwRKzzsfAvSy5GrGks1SXF"
    "KoKyOLMnsSaopbXAM/+u46dOrJm0bbuGvVc4dJs7tQ8/lbKvsEC06i2JrUKxwDCaK0ss5qkDsO2pAKK3r7IzWSfirOcs"
    "TLyAuZsx8LHCq+gyUauNtNMvwDjJrUO54LwFoPgi7zosQQazKTekMpqlRiQWs0CwxKhDLRYvsSzrrvmwGzLuqWypkayY"
    "GFmpmjBCtSyvJS1atBG0BC8qO40l/qPQugU0T7rkn5I3Cj0+sJOxeTFQMrawY7Jjpokz2ao1M7ylM7FRJ2ywMqh6qrak"
    "g7CjsDs7NaAyqDksDKgNM8gz1Dgrt+Wtmj5TPIg1Ci9BrBxCWTBdNwy0Yai/NJA2+a2mKFuwWieRLJ2mL7MMqB0tIrAQ"
    "pEKoOTjEMcyt2apnM8e3DrT9tQOtb7flMWm14zIJN1w1HrMcuPI28bDotlu31KsyuLERFjVAsT8smCuYMeWoPbIWtIMT"
    "7bPxL4YzOq8fNYyvvLZrssk0Ai+EtdosEKwot2utvDGSr6wyEjLcMSA1qbRorcC19So7NDAws68JNWqxyLBIMHIwFTdO"
    "ogI0A7CcrPMs6DLwIBGwPjaBOec47KvsrQ82BbPHrSWwz6kFL1A3LbNrMCUq5rP+pFOYG7Xjt8s2gzQytd0x5TQgN1e0"
    "yK2INVC2sbYYNH+0L7VaHa6j77MhqZk4VLZdtBi0yjT/K2OsSqyiMp2nn7LVJ4u0HS1lLy80YKyUosItnC8Vq16yp67d"
    "reiyDDF8NN618SdgM1ExsCgOKfmyZCbMqWyoC7aWrRaqKSfFtQq4ijIYrao0ozCFtUS0HrPzNZy0Mqzzsl40wbF5Lnmn"
    "UjGMs1wsDrD1LFsrOS4Bqkws1TAFqV20jbNBsKusvzQvNGQydKmXs8ew2zM9NKW0abXqqrC3nLIVsv8mGTTdsNAztC1a"
    "MEewpqxMtio0HLEKtqcycqwlthMw2q6SuFWzYTpHMxCw/7BcNCQ1yzcJq5Ww16pAKmQy8qnOK5Qtba1sNuk0UzFasGQ1"
    "LqpjrmqoLrFmrvG1VTAeL18p+7Vfog8pZzCVNDevUSqYMaMtkDTBLi63PTIdsQM0UzSbGVAs8rFWshstUjSgKIa1dLnK"
    "sSEzorWUNhEo3i9suXSslTcLsJKyFwwvMv+0IrCzMkSyTqiCLrUyE7VGMCa4zKjdr1mvcLQ1LiowoSXhMASyBbBItbS0"
    "763fMD4otC9DNRKkKrY1MZi1RTImIkKyFrkmtNu0ZbQzoYqwKS3FpaQvXbNmKL+16DBbsmqxCS1ksS2rxDQlLm6yODbE"
    "Nfs14rI/tLe0t7K0s8S0LawRs+sxwKEAtTK0/a0QNEC49ixmspU3EK41smc0DLJ3KBakf7QLONY3Na8jNmW3bbO7spew"
    "ujc+LME3Rri+MS+y0Ry7NwEt9ritshQpmjfRLp0xUbZEN+swrLTkNou3eaNtN5atfDzTMsq0ubZLNWWxgC2wp7ovSLZB"
    "MNWyVzT6s9k0hjJEMs0xp7TLMjK2lS1TsUsqojbcNHEwDrWDste6PTUltAQy/TIXNlm2BzJHsG0qZ7GrqzSzTKWyJnw0"
    "c676NhI5grCQNWqvQLCjtX20aDgQnBEu1DKhs8uqF7EoK7O1+SlsN2oZaa/mOMEroTGls0i4xS7YGG4ycrU1uUIz5jKU"
    "rBYwb7D/KhezorSNJ5s6CSt+MqAyCBwBr9y2VDY5M0ws+ifLMGs1xjLuNVYySDEvpRI1Y7WULsa3MDYUJIOom7jqsb6t"
    "ibRCMtktSa4Nt0iscqTkMMwhJqRorjK34LPvrRKzaTX3I5OwRiw+MAemmzSwo+Wy9TRKrJqwnLJys3ysxDQjpC6drh+E"
    "Nj0ySzNrpAS6eS2dNGcdBjP2s1w8VDZ4t56jFDEQtuExdKCFLiU4/bSiNKQ36DWQLQ4uGDQzsesdOjk3sXW0IbJtslcz"
    "ubpVqvk2AzVLskyx9bBGOtQ1YTTstxgzNzRfsNC2Ejq9tCGoH6TlL1G5wa4zLVStgrlrt3coGCvWrV4sKzjCMh46VCeD"
    "sQeooTkTrRe5QzCrpRu4eTZsMHaslDjoOHKxJrhttaeyzbPesl202jO+O8Y1XbT3MNW0UyJsNjW0gDXiM5KyIrXrL8O2"
    "6zjYrgIutblVrm6svLNFMTCs7zhRM2M6TCq4LB6vVDjSrpe9rTUoNhc27iMztOeskjTrsbCrY7mbscqyJLIDpxAx3ipS"
    "MViuUTVCMA6uVjLbt3e5jTIJN2SsvTHFtOs5Zyl4tJa0CrXKs4Qx2zKfNdmvlCSzPKmvbjgMrGewarGqMxo4RS29Mz2e"
    "sCpylPaqbTE2MaWvA6yOOmI19jTXo2ewrrB/OrUxdSyes3sw7LXhsxq11rBhOEO2gx2hI3k1/Sy/uB8wCrSXt7Gg3jSb"
    "uqyulLknPRKwOC/GLKS3H7xdLSG0S7QqONE0TDVnuS6wozGsN7K1sbWBMaA7gDITtbq5pjLJOEe5eDaVoo+oljWotr+x"
    "lTbtNRu4hC5ONRI3FjR5uD4rBLTJNW+32azZtJqpxLP+OFq1YjWhmo6yPLeWsuI0sziatXm3VDhbNnEtgSnwKrMw+rDk"
    "OW26PLZCubw4iDmTthI1LTHBMNA08ShmNvAwezUut3eyXjFMnIGdLapRNikmNrhdNzO0bBqyswkpyCcdMoM4MbgytSK2"
    "BThfN9iwYDfJMKQ0HKnZMaIuVq9is+QpB7hYNZg2IS9pqFestDWVNQwpbLCHtzKzzTIEtaSqKi4bM9c4CqiwsxWwjDSe"
    "LduxCLwksTGsaqwPMHivZ63gOQI4vKp2tKkys66StUe1ATVOtfG52jmWOLq0CC2qNgo1p7fWswe5+LcctAGkcjs4Mpw2"
    "RrmGt8o33C46KGq2nzIssKIvw6xNtQoxxzUHqCezW7oPtuuwbrcwrY0rJzVNObs3abXoJf4uXLG+M8S1fDdRMSipu7gP"
    "Kp2o+zXLpiE1ZbVYuVUsyrWJNHEopC29tZ44fbVfOS44nbD7Nfa0QighsuSqTzajK7qv8bGONUouL7nYtOatl67puMY3"
    "AzUQsVmtijJityAz6TUesM25wSXIr5+fublSqL62VDgtMCG4kLkqtpKwl7E5N2cyojg4uQM8161tu2C5zjhIqBS3prOe"
    "tvAsjDHltuu067ibqSQdpS5IrwA3WTCaOG+yALSXKiO6WzTgKQIweDbBuAi4QDVsKDE5JaQILYKvzatJrN+4J7LiH2G3"
    "l6VVNjc1iTGhJmwxkqQJtHavyjdftNq3lCaDtJavbjM2MqcyZzszOrS3OrWwMmO0IbqAtX2zIjgiOTC1OrPGk9U1BiOq"
    "tBC7eDUuMp+xPbQKtJWvIbJfMWo30LZBr+43MSQMqP21FiuPOF6fwDNKNhSsqa/bOGksPbMKOFIt4LHPsN022679rgGx"
    "Va4DsC4xrbMPrvW0JapwNza1mjB1Nty1/LeuNYc15TYJLAW0ETFWNGkxSK0sLXIxT7PkrCi1dTCQIck2rzFPqAk1O7IU"
    "uUCyNDQNsWs4EC3Ctf2zXrClKQyqhDRCML8xIqmONa8torimMcuw9jZrLhy3Zi4KOgw0Kyd9rtG1NqOLM5ousrMutfOy"
    "7CdzOBgoHK2lJlEy1K+ZrpOxYykQsJYr1jGTNKow5LK1LPunUrDPNg4x7KbRNL+3S7bitS+zHSy1LCU1yzciNJQ0B7i0"
    "KiEqDSuouLmygi/6uI03XjfsrmizC68kD7WbADKEMtGzNbMwKLq0XrVWMkwv4DS3scMygKygt6WvkDK9NduhSTVyLrG0"
    "qyneMiI1zCtIOlss1TAMtcG2/7XXLVwu5jNdMC40Ka/XqmGzf5RhNmGk7qgYsf0t6rPxLWwsnDFYLBeuy7XgtjgyWrRB"
    "KlkWoSy8JlE3c7VUuPglTi2crYOxAqkPs6ewrTF2MQMu4KdCNaQx/SnppqOuAa2QM3034C8BL5g1WaWRshgwXjJfsN4i"
    "J6boNEqtvC00MUMsJDLHMYAybDRxuIQ0RTWAs3Uy4BRcK+swYCyZuOyyqzMeMbs0iDGDpDC1cC61MIwwsjEPNX8p4zWv"
    "sQeyGSyUqdQ2DTZ/rjov8SxqsrcsHDX3MTI0CzTxsC4xADFVsrG1vbQCrIwiMbLUND8sFTQTpyOn2zF2s2ksWDTysH4x"
    "UjR3sPe2bSTSMu+zaLRitVQRBSlqH3c3g6irtpkuuquAq7GkFTSssV4o2jQZLxY2gY7ZsA+2lrcJLnyh6CgMs+UyJrBx"
    "tlazTTVpob2syZrdsBcvEbRFMFCzcy9EMoYu4a2js4AxJK/6pDqkXbHrsba0qK4ItqUtWCS4NO8zqTFdLHKyHTIVKZyt"
    "2TJ6mnY0cTC7s4O3eja2MyMuGiB8NJU036SkM98jxKBOM+m0B7WXLsQxVrNKNDE0+LWgJoeuUbQNqjUz2C1ytGIwtCtq"
    "LvI1da2bt0UsYi5bsGUw7zFKr5Q1/6sRpH4rUqhsuM0uuy1yLi8n0C8gJjO4KKy0Jk42/TjzNaw0JzEAtiq15bTdtTMv"
    "ui4mOCQvF7GyJCQyxjaDL+Mw2CbfqN+weTNmNsQ2iTUVK3S1QbPqIqu1TKDZIyEoRrXJNWMxgLSOsgqxT6+IMu8iszHi"
    "MKIySDN9tNO1E7QOrt2mBS+fNsQ0Gq+eLxa1jikiLGOz9K36Nq80QzFttjmxGLJFraC4hy3qtOy16zM5N52yQTG/sMA0"
    "0LH4qjoyODTPoDs2sTHUONw4PrO0opE4bS5LpVuzejEspj+tTjHctTGglCg7sH4sPDKur2yxVSSdrWOufbB7uCY0eDc/"
    "Jsowny4RMhavbDAmsEEz3bHZNrS04CA9MZyuJTHDr9o1CC0zonIzKbR2t8iyf65Mq1c0tTUUrJqySSj8J2sjTjPOMbsx"
    "Vi1FsQWyU7F8sXswGTBVrIw1YyuPoTax7zW4JMuw1TIhMASz3TYimZIx4bAIOWKYuDeBr6m1a7X9LMs2ibR7rxo17SZF"
    "NTGl1idgMNA3i7yuRfc+dz6ZxIG5jb+vvg83WULdLIa8/8AwubG6EMQbxti13EPdvza/UbwSPgxEk7rZxL635cD3waxA"
    "x8Y6w40/fjxfvdjGUkClulrBzMZ9RjxDmUEbuL6ptbMGQJrGETeOPBY5kbhXQQC+yUDFvEa4RrJuuSK5YLuLNnwpXDim"
    "vhg25yw1v2MzKzutv4i2/TKbs+a2zTaONsiwtrHkr3svRjQUKjKlsChOLW4xFqeKLqmz4rALoTYz67FoLm0tMLYONbw3"
    "GbS1tE62crgkuAW49LBgNyY0/TVqN2a3LrU6q222BzUvri201LhHsxKsuyw="
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
