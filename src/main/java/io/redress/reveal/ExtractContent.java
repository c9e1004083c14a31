package io.redress.reveal;

import io.redress.attention.AttentionExtract;
import io.redress.registration.RegistrationExtract;
import java.util.List;

/**
 * Everything kept of somebody, for themselves (个人信息保护法 45: 查阅、复制); printed by {@code templates/extract.html}.
 *
 * @param personal label and value of what is masked elsewhere
 * @param mostLooks how many looks are listed at most
 * @param looks who saw it in clear, as date, name, purpose and fields
 */
public record ExtractContent(
        String organisation,
        String madeOn,
        String madeBy,
        String name,
        List<Entry> personal,
        List<RegistrationExtract> registrations,
        List<AttentionExtract> attention,
        int mostLooks,
        List<Look> looks) {

    /** Something personal. */
    public record Entry(String label, String registrationNumber, String value) {}

    /** That somebody saw it in clear. */
    public record Look(String on, String by, String purpose, String fields) {}

    @Override
    public String toString() {
        return "ExtractContent[]";
    }
}
