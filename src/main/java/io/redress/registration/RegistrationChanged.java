package io.redress.registration;

import io.redress.tally.Contribution;
import io.redress.tally.CountedChange;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Something happened to a registration, or to the investor behind it.
 *
 * @param mergedInto the registration it lives on in, after a merge
 * @param before what all registrations of the investors concerned contributed to the figures before
 */
public record RegistrationChanged(
        What what,
        RegistrationBrief registration,
        Optional<RegistrationBrief> mergedInto,
        Contribution before,
        Contribution after)
        implements CountedChange {

    static RegistrationChanged of(What what, Registration registration, Contribution before, Contribution after) {
        return new RegistrationChanged(what, RegistrationBrief.of(registration), Optional.empty(), before, after);
    }

    /** Whether the registration no longer counts, nor lives on in another. */
    public boolean isEnd() {
        return what == What.WITHDRAWN || what == What.REFUSED;
    }

    /** Whether the person was renamed or lives elsewhere now, which concerns all their registrations. */
    public boolean isOfPerson() {
        return what == What.INVESTOR_CHANGED;
    }

    /** What happened. */
    public enum What {
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

        What(String label) {
            this.label = label;
        }

        /** As it is printed. */
        public String label() {
            return label;
        }

        String cause() {
            return "registration." + name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String cause() {
        return what.cause();
    }

    @Override
    public UUID causeId() {
        return registration.id();
    }
}
