"""What layers give and their gradients, by PyTorch: python3 layers.py > layers.txt  (torch 2.13.0, CPU, 32 bits).

Each line: case | numbers at first | sum and absolute sum of each of: output, gradient of the input, gradient of each weight.
Number i of the tensor named n is ((37 i + 101 sum(character codes of n)) mod 97) / 97 - 0.5, i counting its elements in
PyTorch's order. The loss is the sum over the output of its elements times those numbers of "loss". Images are printed with
their channels last.
"""
import torch, torch.nn.functional as F
torch.manual_seed(0)

def numbers(name, *shape):
    n = 1
    for s in shape: n *= s
    seed = sum(map(ord, name))
    return torch.tensor([((37 * i + 101 * seed) % 97) / 97 - 0.5 for i in range(n)]).reshape(shape)

class Case:
    def __init__(self, name, shape): self.name, self.w, self.x = name, {}, numbers("input", *shape).requires_grad_()
    def __call__(self, path, *shape):
        if path not in self.w: self.w[path] = numbers(path, *shape).requires_grad_()
        return self.w[path]
    def done(self, out):
        (out * numbers("loss", *out.shape)).sum().backward()
        last = lambda t: t.permute(0, 2, 3, 1) if t.dim() == 4 else t
        parts = [("first", last(out).flatten()[:8])] + [(n, torch.stack([t.sum(), t.abs().sum()])) for n, t in
                 [("output", out), ("input", self.x.grad)] + [(p, t.grad) for p, t in self.w.items()]]
        print(" | ".join([self.name] + [n + " " + " ".join("%.6g" % v for v in t.tolist()) for n, t in parts]))

IMAGE, SEQUENCE, LENGTHS = (2, 6, 5, 4), (3, 6, 4), [6, 3, 1]
def image(name): c = Case(name, (2, 4, 6, 5)); return c, c.x
def sequence(name): c = Case(name, SEQUENCE); return c, c.x
def mask(): return torch.tensor([[[1.0 if t < l else 0.0] for t in range(6)] for l in LENGTHS])
def alone(x, f): return [f(x[i:i + 1, :l]) for i, l in enumerate(LENGTHS)]   # each sequence by itself: no padding at all

c, x = image("convolution stride"); c.done(F.conv2d(x, c("0.kernel", 6, 4, 3, 3), c("0.bias", 6), 2, 1))
c, x = image("convolution even"); c.done(F.conv2d(x, c("0.kernel", 6, 4, 4, 4), None, 2, 1))
c, x = image("convolution depthwise"); c.done(F.conv2d(x, c("0.kernel", 4, 1, 3, 3), c("0.bias", 4), 1, 1, 1, 4))
c, x = image("convolution groups"); c.done(F.conv2d(x, c("0.kernel", 6, 2, 3, 3), c("0.bias", 6), 1, 1, 1, 2))
c, x = image("transposed convolution"); c.done(F.conv_transpose2d(x, c("0.kernel", 4, 3, 4, 4), c("0.bias", 3), 2, 1))
c, x = image("enlarge"); c.done(F.interpolate(x, scale_factor=3, mode="nearest"))
c, x = image("average pool"); c.done(F.avg_pool2d(x, 2))
c, x = image("max pool stride"); c.done(F.max_pool2d(x, 3, 2, 1))
c, x = image("global average"); c.done(x.mean((2, 3)))
c, x = image("global max"); c.done(x.amax((2, 3)))
c, x = image("batch norm"); c.done(F.batch_norm(x, torch.zeros(4), torch.ones(4), c("0.scale", 4), c("0.shift", 4), True))
c, x = image("layer norm"); c.done(F.layer_norm(x.permute(0, 2, 3, 1), (4,), c("0.scale", 4), c("0.shift", 4)).permute(0, 3, 1, 2))
c, x = image("group norm"); c.done(F.group_norm(x, 2, c("0.scale", 4), c("0.shift", 4)))
c, x = image("channel scale"); c.done(x * c("0.scale", 4)[:, None, None])
c, x = image("gate")
h = F.relu(F.linear(x.mean((2, 3)), c("0.body.1.kernel", 3, 4), c("0.body.1.bias", 3)))
c.done(x * torch.sigmoid(F.linear(h, c("0.body.3.kernel", 4, 3), c("0.body.3.bias", 4)))[:, :, None, None])
c, x = image("residual")
h = F.relu(F.conv2d(F.relu(x), c("0.body.1.kernel", 5, 4, 3, 3), c("0.body.1.bias", 5), 2, 1))
c.done(F.conv2d(h, c("0.body.3.kernel", 5, 5, 3, 3), None, 1, 1) + F.conv2d(x, c("0.shortcut.0.kernel", 5, 4, 1, 1), None, 2))
for name, f in dict(relu=F.relu, leaky_relu=F.leaky_relu, elu=F.elu, selu=F.selu, gelu=F.gelu, silu=F.silu, tanh=torch.tanh,
                    sigmoid=torch.sigmoid, mish=F.mish, softplus=F.softplus, relu6=F.relu6, hard_swish=F.hardswish).items():
    c = Case("activation " + name, (5, 20)); c.done(f(16 * c.x))
c = Case("dense", (3, 7)); c.done(F.linear(c.x, c("0.kernel", 4, 7), c("0.bias", 4)))
c = Case("batch norm row", (3, 7)); c.done(F.batch_norm(c.x, torch.zeros(7), torch.ones(7), c("0.scale", 7), c("0.shift", 7), True))
c = Case("layer norm row", (3, 7)); c.done(F.layer_norm(c.x, (7,), c("0.scale", 7), c("0.shift", 7)))
c = Case("group norm row", (3, 8)); c.done(F.group_norm(c.x, 2, c("0.scale", 8), c("0.shift", 8)))

c, x = sequence("dense sequence"); c.done(F.linear(x, c("0.kernel", 5, 4), c("0.bias", 5)))
c, x = sequence("sequence convolution"); c.done(F.conv1d(x.transpose(1, 2), c("0.kernel", 5, 4, 3), c("0.bias", 5), 2, 1).transpose(1, 2))
c, x = sequence("max pool sequence"); c.done(F.max_pool1d(x.transpose(1, 2), 2).transpose(1, 2))
c, x = sequence("average pool sequence"); c.done(F.avg_pool1d(x.transpose(1, 2), 2).transpose(1, 2))
c, x = sequence("group norm sequence"); c.done(F.group_norm(x.transpose(1, 2), 2, c("0.scale", 4), c("0.shift", 4)).transpose(1, 2))
c, x = sequence("layer norm sequence"); c.done(F.layer_norm(x, (4,), c("0.scale", 4), c("0.shift", 4)))
c, x = sequence("batch norm sequence"); c.done(F.batch_norm(x.transpose(1, 2), torch.zeros(4), torch.ones(4), c("0.scale", 4), c("0.shift", 4), True).transpose(1, 2))
c, x = sequence("global average sequence"); c.done(x.mean(1))

def recurrent(kind, c, units, both):
    m = kind(4, units, batch_first=True, bidirectional=both)
    for p, s in [("", "")] + ([("reverse_", "_reverse")] if both else []):
        for ours, theirs in dict(kernel="weight_ih_l0", recurrent_kernel="weight_hh_l0", bias="bias_ih_l0", recurrent_bias="bias_hh_l0").items():
            w = getattr(m, theirs + s); del m._parameters[theirs + s]; setattr(m, theirs + s, c("0." + p + ours, *w.shape))
    m.forward_plain = lambda x: torch.func.functional_call(m, {}, (x,))
    return m
for name, kind in (("lstm", torch.nn.LSTM), ("gru", torch.nn.GRU)):
    for both in (False, True):
        tag = name + (" both" if both else "")
        c, x = sequence(tag + " sequence"); c.done(recurrent(kind, c, 3, both)(x)[0])
        last = lambda m, x: torch.cat([(h := m(x)[0])[:, -1, :3]] + ([h[:, 0, 3:]] if both else []), 1)
        c, x = sequence(tag); m = recurrent(kind, c, 3, both); c.done(last(m, x))
        c, x = sequence(tag + " lengths"); m = recurrent(kind, c, 3, both); c.done(torch.cat(alone(x, lambda s: last(m, s))))

c, x = sequence("global average lengths"); c.done(torch.cat(alone(x, lambda s: s.mean(1))))
c, x = sequence("global max lengths"); c.done(torch.cat(alone(x, lambda s: s.amax(1))))
c, x = sequence("sequence convolution lengths")
k = lambda s: F.conv1d(s.transpose(1, 2), c("0.kernel", 5, 4, 3), c("0.bias", 5), 1, 1).transpose(1, 2)
c.done(torch.cat(alone(x, lambda s: k(s).mean(1))))
c, x = sequence("max pool lengths"); c.done(torch.cat([F.max_pool1d(x[i:i + 1, :max(2, l)].transpose(1, 2), 2).amax(2) if l > 1 else x[i:i + 1, 0] for i, l in enumerate(LENGTHS)]))
c, x = sequence("group norm lengths")
c.done(torch.cat(alone(x, lambda s: F.group_norm(s.transpose(1, 2), 2, c("0.scale", 4), c("0.shift", 4)).amax(2))))
c, x = sequence("batch norm lengths")
rows = torch.cat([x[i, :l] for i, l in enumerate(LENGTHS)])
rows = F.batch_norm(rows, torch.zeros(4), torch.ones(4), c("0.scale", 4), c("0.shift", 4), True)
c.done(torch.stack([r.mean(0) for r in rows.split(LENGTHS)]))
