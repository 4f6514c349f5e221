"""Small files of weights as PyTorch writes them: python3 networks_files.py  (torch 2.13.0); numbers as in networks.py."""
import math, torch

def numbers(k, *shape):
    n = math.prod(shape)
    x = (((37 * torch.arange(n) + 101 * sum(map(ord, k))) % 97).double() / 97 - 0.5).reshape(shape)
    return (3.5 / math.sqrt(n / shape[0]) * x if len(shape) > 1 else
            0.1 * x if k.endswith(("running_mean", "bias")) else 1 + x).float()

class Small(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.bn = torch.nn.Conv2d(2, 3, 3, padding=1, bias=False), torch.nn.BatchNorm2d(3)
        self.hidden, self.fc = torch.nn.Linear(60, 6), torch.nn.Linear(6, 9)
    def forward(self, x): return self.fc(self.hidden(torch.relu(self.bn(self.conv(x))).flatten(1)))

net = Small()
for k, v in net.state_dict().items():
    if v.is_floating_point(): v.copy_(numbers(k, *v.shape))
torch.save(dict(net.state_dict()), "small.pt")
torch.jit.script(net).save("small.ts")
