package io.redress.registration.model;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happens to a registration. */
@Schema(name = "What")
public enum RegistrationEvent implements Labelled {
    RECEIVED("受理", "Received"),
    CORRECTED("更正", "Corrected"),
    VERIFIED("核实", "Verified"),
    ADJUDICATED("司法认定", "Adjudicated"),
    WITHDRAWN("撤回", "Withdrawn"),
    MERGED("合并", "Merged"),
    REFUSED("不予登记", "Refused"),
    EVIDENCE_ATTACHED("补充材料", "Evidence attached"),
    INVESTOR_CHANGED("变更联系信息", "Contact details changed"),
    DOCUMENT_CORRECTED("更正证件", "Document corrected"),
    /** Handed to the same person's other record. */
    PERSON_MERGED("并入同一人", "Made one person with"),
    /** Given back: they are two people after all. */
    PERSON_SEPARATED("撤销人员合并", "Merge of people undone");

    private final Label label;

    RegistrationEvent(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }

    public String cause() {
        return "registration." + name().toLowerCase(Locale.ROOT);
    }
}
