"""The Frechet distance of two sets of features: python3 frechet.py  (numpy 2.4.6; the trace of the root of C1 C2 by its
eigenvalues, which are real and not negative for a product of two covariances).

Number j of row i of set s is ((37 i + 11 j + 101 s + 5 i j) mod 97) / 97, and of set 2 a half more in column 0, and column 1 doubled.
"""
import numpy as np

def features(s, rows, columns):
    x = np.array([[((37 * i + 11 * j + 101 * s + 5 * i * j) % 97) / 97 for j in range(columns)] for i in range(rows)])
    if s == 2:
        x[:, 0] += 0.5
        x[:, 1] *= 2
    return x.astype(np.float32).astype(np.float64)

def distance(a, b):
    c1, c2 = np.cov(a, rowvar=False), np.cov(b, rowvar=False)
    roots = np.sqrt(np.maximum(np.linalg.eigvals(c1 @ c2).real, 0)).sum()
    return ((a.mean(0) - b.mean(0)) ** 2).sum() + np.trace(c1) + np.trace(c2) - 2 * roots

for rows, others, columns in [(40, 60, 3), (97, 97, 8), (30, 50, 40)]:
    print(rows, others, columns, "%.10f" % distance(features(1, rows, columns), features(2, others, columns)))
