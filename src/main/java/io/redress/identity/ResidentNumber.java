package io.redress.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Citizen identification number (公民身份号码, GB 11643-1999): six digits of address, eight of birth, three of sequence (odd
 * for men, even for women), and a check character by ISO 7064 MOD 11-2. The address is where the number was first
 * issued, so it may be outside this county.
 */
public final class ResidentNumber {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final String DIGITS = "0123456789";
    private static final Pattern FORM = Pattern.compile("\\d{17}[0-9X]");
    private static final Pattern FIRST_GENERATION = Pattern.compile("\\d{15}");
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final Set<String> HONG_KONG_MACAO_TAIWAN = Set.of("810000", "820000", "830000");
    private static final int OLDEST_YEARS = 150;

    private ResidentNumber() {}

    /**
     * Converts a 15-digit number of the first generation: inserts the century and appends the check character. First
     * generation cards have not been valid since 2013, so only the import of old lists may call this.
     *
     * @throws InvalidDocument when it is not 15 digits with a possible date in them
     */
    public static String upgrade15To18(String fifteen) {
        var number = TypedText.condensed(fifteen);
        if (!FIRST_GENERATION.matcher(number).matches()) {
            throw new InvalidDocument("document-not-fifteen-digits");
        }
        var body = number.substring(0, 6) + "19" + number.substring(6);
        requireAddress(DocumentType.RESIDENT_ID, body);
        requireDate(body);
        return body + checkCharacter(body);
    }

    static void require(DocumentType type, String number, LocalDate today) {
        if (type == DocumentType.RESIDENT_ID && FIRST_GENERATION.matcher(number).matches()) {
            throw new InvalidDocument("document-fifteen-digits", upgrade15To18(number));
        }
        DocumentForm.requireCharacters(number, DIGITS, "X");
        requireAddress(type, number);
        requirePlausibleBirth(requireDate(number), today);
        requireCheck(number);
    }

    static boolean hasForm(String number) {
        return FORM.matcher(number).matches();
    }

    static Optional<LocalDate> bornOn(String number) {
        try {
            return Optional.of(LocalDate.parse(number.substring(6, 14), BIRTH));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Sex sex(String number) {
        return (number.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    private static void requireAddress(DocumentType type, String number) {
        var isHmt = HONG_KONG_MACAO_TAIWAN.contains(number.substring(0, 6));
        var isForeign = number.charAt(0) == '9';
        if (number.charAt(0) == '0') {
            throw new InvalidDocument("document-address");
        }
        if (isHmt && type != DocumentType.HMT_RESIDENCE_PERMIT) {
            throw new InvalidDocument("document-is-residence-permit");
        }
        if (isForeign && type != DocumentType.FOREIGN_PERMANENT_RESIDENT_CARD) {
            throw new InvalidDocument("document-is-permanent-resident-card");
        }
        if (!isHmt && type == DocumentType.HMT_RESIDENCE_PERMIT) {
            throw new InvalidDocument("document-not-residence-permit");
        }
        if (!isForeign && type == DocumentType.FOREIGN_PERMANENT_RESIDENT_CARD) {
            throw new InvalidDocument("document-not-permanent-resident-card");
        }
    }

    private static LocalDate requireDate(String number) {
        return bornOn(number)
                .orElseThrow(() -> new InvalidDocument("document-impossible-date", number.substring(6, 14)));
    }

    private static void requirePlausibleBirth(LocalDate bornOn, LocalDate today) {
        if (bornOn.isAfter(today)) {
            throw new InvalidDocument("document-born-in-future", bornOn.toString());
        }
        if (bornOn.isBefore(today.minusYears(OLDEST_YEARS))) {
            throw new InvalidDocument("document-born-too-long-ago", bornOn.toString());
        }
    }

    /** Excel keeps 15 digits of a number and replaces the rest with zeros, in which hardly any valid number ends. */
    private static void requireCheck(String number) {
        if (checkCharacter(number) == number.charAt(17)) {
            return;
        }
        throw new InvalidDocument(number.endsWith("000") ? "document-digits-lost" : "document-check-digit");
    }

    private static char checkCharacter(String number) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }
}
