package io.redress.area;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.common.problem.Problem;
import io.redress.common.record.InClear;
import io.redress.common.record.Shown;
import io.redress.common.text.Like;
import io.redress.identity.Pinyin;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Administrative area (行政区划) with its statistical code and period of validity. Reference data: seeded, never deleted.
 * An abolished area names its successor, under which records are kept.
 */
@Entity
public class Area extends PanacheEntityBase {

    /** The code for people who live outside the county. */
    public static final String OUTSIDE = "OUTSIDE";

    private static final Predicate<String> LATIN = Pattern.compile("[A-Za-z]+").asMatchPredicate();

    /** 12 digits: 6 of the county, 3 of the town, 3 of the village. */
    @InClear("the record itself")
    @Id
    @Column(length = 12)
    public String code;

    @Shown
    public String name;

    @Enumerated(EnumType.STRING)
    public AreaLevel level;

    @Shown
    public String parentCode;

    public LocalDate validFrom;

    /** The last day of validity; null while the area exists. */
    public LocalDate validTo;

    /** The successor; null while the area exists, or if it was divided. */
    @Shown
    public String successorCode;

    public boolean isAbolished() {
        return validTo != null;
    }

    /** The area itself, or its final successor. */
    public Area current() {
        var area = this;
        while (area.successorCode != null) {
            area = findById(area.successorCode);
        }
        return area;
    }

    public static Optional<Area> ofCode(String code) {
        return findByIdOptional(padded(code));
    }

    /**
     * The full code of an area in a request; null for null.
     *
     * @param pointer of the code in the request
     * @throws Problem 422 if there is no such area
     */
    public static String codeOf(String given, String pointer) {
        return given == null
                ? null
                : ofCode(given).map(area -> area.code).orElseThrow(() -> Problem.invalid(pointer, "area-unknown"));
    }

    /**
     * Like {@link #codeOf}, for an area that a person becomes responsible for.
     *
     * @throws Problem 422 also if the area was abolished; it names the successor
     */
    public static String codeOfExisting(String given, String pointer) {
        var code = codeOf(given, pointer);
        if (code == null) {
            return null;
        }
        Area area = findById(code);
        if (area.isAbolished()) {
            throw area.abolished(pointer);
        }
        return code;
    }

    private Problem abolished(String pointer) {
        var today = current();
        return today.isAbolished()
                ? Problem.invalid(pointer, "area-divided", name, validTo.toString())
                : Problem.invalid(pointer, "area-abolished", name, validTo.toString(), today.name, today.code);
    }

    /** The code of the final successor, or of the area itself if it has none (as a divided area); null for null. */
    public static String currentCode(String code) {
        return code == null
                ? null
                : ofCode(code).map(area -> area.current().code).orElse(code);
    }

    /** The town of a village, or the area itself: a village shares the first nine digits with its town. */
    public static String townOf(String code) {
        return code.matches("\\d{12}") ? code.substring(0, 9) + "000" : code;
    }

    public static Map<String, String> names() {
        return Area.<Area>streamAll().collect(Collectors.toMap(area -> area.code, area -> area.name));
    }

    public static Map<String, String> namesOf(Collection<String> codes) {
        return Area.<Area>list("code in ?1", codes).stream()
                .collect(Collectors.toMap(area -> area.code, area -> area.name));
    }

    static List<Area> childrenOf(String parentCode) {
        return list("parentCode = ?1 order by code", padded(parentCode));
    }

    /** Areas with the text in their name; for Latin letters those whose pinyin, or its initials, begin with it. */
    static List<Area> named(String text) {
        if (!LATIN.test(text)) {
            return list("name like ?1 escape '\\' order by validTo nulls first, code", Like.containing(text));
        }
        var typed = text.toLowerCase(Locale.ROOT);
        return Area.<Area>stream("order by validTo nulls first, code")
                .filter(area -> Arrays.stream(Pinyin.forFinding(area.name).split(" "))
                        .anyMatch(reading -> reading.startsWith(typed)))
                .toList();
    }

    /** Pads a code with zeros to the stored 12 digits, such as the 9-digit code of a town. */
    static String padded(String code) {
        return code.matches("\\d{2,11}") ? code + "0".repeat(12 - code.length()) : code;
    }

    static String prefix(String code) {
        var digits = padded(code);
        if (!digits.matches("\\d{12}")) {
            return digits;
        }
        if (!digits.endsWith("000")) {
            return digits;
        }
        var town = digits.substring(0, 9);
        return town.endsWith("000") ? town.substring(0, 6).replaceFirst("(00){1,2}$", "") : town;
    }
}
