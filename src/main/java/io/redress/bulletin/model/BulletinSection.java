package io.redress.bulletin.model;

import io.redress.common.record.InClear;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.regex.Pattern;

/**
 * One part of a bulletin's text.
 *
 * @param prefilled what the program last proposed for it; while the body is the same nobody has written there
 */
@Embeddable
public record BulletinSection(
        @Column(name = "section_key") @InClear("a code") String key,
        @InClear("public") String heading,
        @InClear("public") String body,
        @InClear("public") String prefilled) {

    private static final Pattern SUBHEADING = Pattern.compile("^[（(][一二三四五六七八九十]+[）)].*", Pattern.DOTALL);

    static BulletinSection proposed(String key, String heading, String body) {
        return new BulletinSection(key, heading, body, body);
    }

    /** 1 for 一、 and the like, 2 for （一） and the like: as it is printed, whoever wrote it. */
    public int level() {
        return SUBHEADING.matcher(heading).matches() ? 2 : 1;
    }

    public boolean isEdited() {
        return !body.equals(prefilled);
    }

    /** With new words of the program, unless somebody wrote their own: those stay, beside the new proposal. */
    public BulletinSection proposing(String words) {
        return new BulletinSection(key, heading, isEdited() ? body : words, words);
    }
}
