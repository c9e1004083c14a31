package io.redress.reveal;

import io.redress.common.text.Numerals;
import io.redress.extract.ExtractSection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Right of access (个人信息保护法 45: 查阅、复制): all stored data about a person, for that person. {@code templates/extract.html}
 * prints it.
 *
 * @param personal labels and values of the data that is masked elsewhere
 * @param sections the features' sections, numbered
 * @param mostLooks limit for the number of listed reveals
 * @param looks who saw the data unmasked: date, name, purpose and fields
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

    /** Section 一 has the personal data; the sections of the features follow. */
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
     * A feature's section.
     *
     * @param number such as 二
     */
    public record Section(String number, ExtractSection content) {}

    /** One personal value. */
    public record Entry(String label, String registrationNumber, String value) {}

    /** One reveal of the person's data. */
    public record Look(String on, String by, String purpose, String fields) {}

    @Override
    public String toString() {
        return "ExtractContent[]";
    }
}
