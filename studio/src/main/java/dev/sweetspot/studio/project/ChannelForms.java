package dev.sweetspot.studio.project;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.studio.project.ChannelView.Contrast;
import java.util.LinkedHashMap;

/** How channels are shown, as it is written: {@code {colour, visible, low, high}}, the last two where they are fixed. */
public final class ChannelForms {
    private ChannelForms() {}

    /** As it is written. */
    public static MapForm toForm(ChannelView channel) {
        var form = new LinkedHashMap<String, Form>();
        form.put("colour", Form.of(channel.colour()));
        form.put("visible", Form.of(channel.visible()));
        if (channel.contrast() instanceof Contrast.Range range) {
            form.put("low", Form.of(range.low()));
            form.put("high", Form.of(range.high()));
        }
        return Form.of(form);
    }

    /**
     * What was written.
     *
     * @throws dev.sweetspot.form.InvalidInputException when it makes no sense
     */
    public static ChannelView fromForm(Form form) {
        var fields = Fields.of(form);
        Contrast contrast =
                fields.find("low").isPresent() || fields.find("high").isPresent()
                        ? new Contrast.Range(fields.number("low"), fields.number("high"))
                        : new Contrast.Automatic();
        return new ChannelView(
                fields.text("colour"), fields.findTruth("visible").orElse(true), contrast);
    }
}
