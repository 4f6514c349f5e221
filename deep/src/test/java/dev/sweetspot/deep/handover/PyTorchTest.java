package dev.sweetspot.deep.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PyTorchTest {
    private static final Pattern MADE = Pattern.compile("self\\.(\\w+) = nn\\.|register_buffer\\(\"(\\w+)\"");

    @TempDir
    Path folder;

    static List<Sketches.Sketch> sketches() {
        return Sketches.all();
    }

    @ParameterizedTest
    @MethodSource("sketches")
    void everyWeightOfTheFileHasAPlaceInTheSource(Sketches.Sketch sketch) throws IOException {
        new PyTorch().write(sketch.blueprint(), folder);

        var source = Files.readString(folder.resolve("model.py"));
        var places = MADE.matcher(source)
                .results()
                .map(made -> made.group(1) == null ? made.group(2) : made.group(1))
                .toList();
        for (var name : sketch.blueprint().graph().constants().keySet()) {
            assertThat(places).contains(name.replaceFirst("\\..*", ""));
        }
        assertThat(source).contains("class Network(nn.Module):").doesNotContain("null");
    }

    @Test
    void theSourceOfASmallNetworkReadsAsPeopleWriteIt() throws IOException {
        var sketch = sketches().stream()
                .filter(each -> each.name().equals("plain"))
                .findFirst()
                .orElseThrow();
        new PyTorch().write(sketch.blueprint(), folder);

        assertThat(Files.readString(folder.resolve("model.py"))).contains("""
                class Network(nn.Module):
                    def __init__(self):
                        super().__init__()
                        self.conv_0 = nn.Conv2d(3, 4, 3, padding=1, bias=False)
                        self.norm_1 = nn.BatchNorm2d(4, eps=1.0E-5, momentum=0.1)
                        self.linear_5 = nn.Linear(80, 3)
                        self.register_buffer("input_factor", torch.zeros([3, 1, 1]))
                        self.register_buffer("input_shift", torch.zeros([3, 1, 1]))

                    def forward(self, image):
                        x = image * self.input_factor
                        x = x + self.input_shift
                        x = self.conv_0(x)
                        x = self.norm_1(x)
                        x = torch.relu(x)
                        x = torch.max_pool2d(x, [2, 2], [2, 2], [0, 0])
                        x = x.permute([0, 2, 3, 1])
                        x = x.flatten(1)
                        x = self.linear_5(x)
                        return x
                """);
    }

    @Test
    void theWeightsLieInTheirFileAsItsHeaderSays() throws IOException {
        var blueprint = sketches().get(0).blueprint();
        new PyTorch().write(blueprint, folder);

        var bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("model.safetensors")))
                .order(ByteOrder.LITTLE_ENDIAN);
        int length = Math.toIntExact(bytes.getLong());
        assertThat(length % 8).isZero();
        var header = Json.parseMap(new String(bytes.array(), 8, length, StandardCharsets.UTF_8), "header");
        for (var constant : blueprint.graph().constants().entrySet()) {
            var entry = Fields.of(header).map(constant.getKey());
            assertThat(entry.text("dtype")).isEqualTo("F32");
            int at = 8
                    + length
                    + Integer.parseInt(
                            Json.write(entry.list("data_offsets").items().get(0)));
            var values = new float[constant.getValue().values().length];
            bytes.position(at);
            bytes.asFloatBuffer().get(values);
            assertThat(values).isEqualTo(constant.getValue().values());
        }
    }
}
