package io.redress.reveal;

import io.redress.common.text.Numerals;
import io.redress.extract.ExtractSection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything kept of somebody, for themselves (个人信息保护法 45: 查阅、复制); printed by {@code templates/extract.html}.
 *
 * @param personal label and value of what is masked elsewhere
 * @param sections of the features, numbered
 * @param mostLooks how many looks are listed at most
 * @param looks who saw it in clear, as date, name, purpose and fields
 */
public record ExtractContent(
        String organisation,
        String madeOn,
        String madeBy,
        String name,
        List<Entry> personal,
        List<Section> sections,
        int mostLooks,
        List<Look> looks) {

    /** Before the sections of the features stands who the person is. */
    private static final int FIRST = 2;

    static List<Section> numbered(List<ExtractSection> sections) {
        return IntStream.range(0, sections.size())
                .mapToObj(i -> new Section(Numerals.of(FIRST + i), sections.get(i)))
                .toList();
    }

    public String looksNumber() {
        return Numerals.of(FIRST + sections.size());
    }

    public String rightsNumber() {
        return Numerals.of(FIRST + sections.size() + 1);
    }

    /**
     * What a feature keeps.
     *
     * @param number such as 二
     */
    public record Section(String number, ExtractSection content) {}

    /** Something personal. */
    public record Entry(String label, String registrationNumber, String value) {}

    /** That somebody saw it in clear. */
    public record Look(String on, String by, String purpose, String fields) {}

    @Override
    public String toString() {
        return "ExtractContent[]";
    }
}
