package dev.sweetspot.deep.handover;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.layer.Lengths;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.network.layer.Signal;
import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Gradients;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Script;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.study.Seeds;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.LongStream;

/** A batch of raw values, and what our engine, ONNX Runtime and TorchScript say of it. */
public final class Asked {
    /** Items in it. */
    public static final int BATCH = 4;

    private static final long[] LENGTHS = {7, 1, 4, 6};

    private final Blueprint blueprint;
    private final Shape shape;
    private final float[] raw;

    /** A batch for a model. */
    public Asked(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.shape = blueprint.network().input();
        this.raw = new float[BATCH * shape.size()];
        var random = Seeds.generator(9);
        boolean draws = blueprint.intake() instanceof LatentIntake;
        for (int i = 0; i < raw.length; i++) {
            raw[i] = draws ? (float) random.nextGaussian() : random.nextInt(256);
        }
    }

    float[] raw() {
        return raw;
    }

    long[] size() {
        if (shape instanceof Shape.Image image) {
            return new long[] {BATCH, image.channels(), image.height(), image.width()};
        }
        return shape instanceof Shape.Sequence sequence
                ? new long[] {BATCH, sequence.length(), sequence.channels()}
                : new long[] {BATCH, shape.size()};
    }

    private float[] scaled() {
        if (blueprint.intake() instanceof LatentIntake) {
            return raw;
        }
        List<Float> factors;
        List<Float> shifts;
        int behind = 1;
        if (blueprint.intake() instanceof ImageIntake image) {
            factors = image.factors();
            shifts = image.shifts();
            behind = image.shape().height() * image.shape().width();
        } else if (blueprint.intake() instanceof SequenceIntake sequence) {
            factors = sequence.factors();
            shifts = sequence.shifts();
        } else {
            var row = (RowIntake) blueprint.intake();
            factors = row.factors();
            shifts = row.shifts();
        }
        var values = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            int channel = i / behind % factors.size();
            values[i] = raw[i] * factors.get(channel) + shifts.get(channel);
        }
        return values;
    }

    /** What our own engine says, in 32 bits. */
    public float[] engine() {
        try (var scope = Scope.open();
                var off = Gradients.off();
                var module = new Module(blueprint.network(), blueprint.state().weights(), ElementType.FLOAT32)) {
            assert scope != null && off != null;
            module.set(blueprint.state());
            var input = Tensor.of(scaled(), size());
            var signal = shape instanceof Shape.Sequence ? Signal.of(input, new Lengths(LENGTHS)) : Signal.of(input);
            var outputs = module.forward(signal, false, new Draws(1)).values();
            if (blueprint.answer() instanceof DrawingAnswer drawing) {
                return samples(drawing, outputs.reshaped(outputs.size()).floats());
            }
            return blueprint.answer() instanceof ReconstructionAnswer again
                    ? standard(again, again.readout().of(outputs).floats())
                    : Operations.softmax(outputs).floats();
        }
    }

    /** Channel by channel, each row by row. */
    private static float[] samples(DrawingAnswer drawing, float[] values) {
        int pixels = drawing.image().height() * drawing.image().width();
        var samples = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int channel = i / pixels % drawing.image().channels();
            samples[i] = values[i] * drawing.factors().get(channel)
                    + drawing.shifts().get(channel);
        }
        return samples;
    }

    private static float[] standard(ReconstructionAnswer again, float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) again.scale().standard(values[i], i % again.outputs());
        }
        return values;
    }

    /** What ONNX Runtime says of it with a file. */
    public float[] onnxRuntime(Path file) throws OrtException {
        var environment = OrtEnvironment.getEnvironment();
        try (var session = environment.createSession(file.toString())) {
            return onnxRuntime(environment, session);
        }
    }

    float[] onnxRuntime(OrtEnvironment environment, OrtSession session) throws OrtException {
        var inputs = new LinkedHashMap<String, OnnxTensorLike>();
        var names = session.getInputNames();
        try (var input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(raw), size());
                var lengths = OnnxTensor.createTensor(environment, LongBuffer.wrap(LENGTHS), new long[] {BATCH})) {
            inputs.put(names.iterator().next(), input);
            if (names.contains("lengths")) {
                inputs.put("lengths", lengths);
            }
            try (var results = session.run(inputs)) {
                var answer = (OnnxTensor) results.get(0);
                var said = new float
                        [(int) LongStream.of(answer.getInfo().getShape()).reduce(1, (a, b) -> a * b)];
                answer.getFloatBuffer().get(said);
                return said;
            }
        }
    }

    /** What a program in TorchScript says. */
    public float[] torchScript(Path file) {
        try (var scope = Scope.open();
                var off = Gradients.off();
                var script = Script.load(file)) {
            assert scope != null && off != null;
            var input = Tensor.of(raw, size());
            var said = shape instanceof Shape.Sequence ? script.run(input, Tensor.of(LENGTHS)) : script.run(input);
            // One behind the other as the shape says, however they lie in memory.
            return said.reshaped(said.size()).floats();
        }
    }
}
