"""Names, shapes and answers of known networks: python3 networks.py > networks.txt  (torch 2.13.0, torchvision 0.29.1, CPU).

Lines "network key shape", and "network | first numbers | sum and absolute sum" of their answers to one image of 64 x 64, when
predicting. Number i of the tensor named n is ((37 i + 101 sum(character codes of n)) mod 97) / 97 -
0.5, i counting its elements in order; matrices and kernels have it times 3.5 / the square root of their inputs, running means
and biases times 0.1, scales and running variances have 1 more. The image is "input".
"""
import math, torch
lib = torch.library.Library("torchvision", "DEF")
for op in ("nms", "qnms"): lib.define(op + "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
import torchvision.models as m

def numbers(name, shape):
    n = math.prod(shape)
    return (((37 * torch.arange(n) + 101 * sum(map(ord, name))) % 97) / 97 - 0.5).reshape(shape).float()

for name in ("resnet18", "resnet50", "vgg19", "mobilenet_v2"):
    net = getattr(m, name)(weights=None).eval()
    state = {k: v for k, v in net.state_dict().items() if not k.endswith("num_batches_tracked")}
    for k, v in state.items(): print(name, k, "x".join(map(str, v.shape)))
    for k, v in state.items():
        x = numbers(k, v.shape)
        v.copy_(3.5 * x / math.sqrt(math.prod(v.shape[1:])) if v.dim() > 1 else
                0.1 * x if k.endswith(("running_mean", "bias")) else 1 + x)
    with torch.no_grad(): out = net(numbers("input", (1, 3, 64, 64)))[0]
    print(name, "|", *("%.6g" % v for v in out[:5].tolist()), "|", "%.6g %.6g" % (out.sum(), out.abs().sum()))
