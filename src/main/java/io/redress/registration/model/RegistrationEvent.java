package io.redress.registration.model;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happens to a registration. */
@Schema(name = "What")
public enum RegistrationEvent {
    RECEIVED("受理"),
    CORRECTED("更正"),
    VERIFIED("核实"),
    ADJUDICATED("司法认定"),
    WITHDRAWN("撤回"),
    MERGED("合并"),
    REFUSED("不予登记"),
    EVIDENCE_ATTACHED("补充材料"),
    INVESTOR_CHANGED("变更联系信息"),
    DOCUMENT_CORRECTED("更正证件"),
    /** Handed to the same person's other record. */
    PERSON_MERGED("并入同一人"),
    /** Given back: they are two people after all. */
    PERSON_SEPARATED("撤销人员合并");

    private final String label;

    RegistrationEvent(String label) {
        this.label = label;
    }

    /** As it is printed. */
    public String label() {
        return label;
    }

    public String cause() {
        return "registration." + name().toLowerCase(Locale.ROOT);
    }
}
