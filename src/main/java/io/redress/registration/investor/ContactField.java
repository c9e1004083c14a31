package io.redress.registration.investor;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way to reach somebody that can cease to be one. */
@Schema(description = "联系方式 / a way to reach somebody")
public enum ContactField implements Labelled {
    PHONE("联系电话", "Phone"),
    OTHER_PHONE("备用电话", "Other phone"),
    EMERGENCY_CONTACT("紧急联系人", "Emergency contact");

    private final Label label;

    ContactField(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
