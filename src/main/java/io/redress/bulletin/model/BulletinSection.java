package io.redress.bulletin.model;

import io.redress.common.record.InClear;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.regex.Pattern;

/**
 * One section of a bulletin's text.
 *
 * @param prefilled the text the service last proposed; the section is unedited while its body equals it
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

    public static BulletinSection written(String key, String heading, String body) {
        return new BulletinSection(key, heading, body, "");
    }

    /** 1 for headings like 一、 and 2 for headings like （一）, also where an officer wrote them. */
    public int level() {
        return SUBHEADING.matcher(heading).matches() ? 2 : 1;
    }

    public boolean isEdited() {
        return !body.equals(prefilled);
    }

    /** Keeps what the service proposed for this section, if {@code before} is not null. */
    BulletinSection after(BulletinSection before) {
        return before == null ? this : new BulletinSection(key, heading, body, before.prefilled);
    }

    /** Takes the newly proposed text; an edited body stays, beside the new proposal. */
    public BulletinSection proposing(String words) {
        return new BulletinSection(key, heading, isEdited() ? body : words, words);
    }
}
