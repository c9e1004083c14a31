package io.redress.identity;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** Validates the form of a document number by document type, with the most specific error possible. */
final class DocumentForm {

    /** 4.45102E+17: Excel writes 18 digits so in a column that is not text; the last digits are lost. */
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+E\\+?|E\\+)\\d{1,3}");

    private static final Pattern HK_MACAO_PERMIT = Pattern.compile("[HM]\\d{8}(\\d{2})?");
    private static final Pattern TAIWAN_PERMIT = Pattern.compile("\\d{8}|[0-9A-Z]{10,12}|\\d{10}\\([0-9A-Z]{1,2}\\)");
    private static final Pattern PERMANENT_RESIDENT_2017 = Pattern.compile("[A-Z]{3}\\d{12}");

    /**
     * Ordinary passports: E and eight digits; E with a letter (never I or O) and seven digits; formerly G and eight or
     * 14/15 and seven. Official ones: SE, PE or DE and seven, formerly only S, P or D. Hong Kong: K, or K with a
     * letter; Macao: MA.
     */
    private static final Pattern PASSPORT = Pattern.compile("E\\d{8}|E[A-HJ-NP-Z]\\d{7}|G\\d{8}|1[45]\\d{7}"
            + "|[SPD]E\\d{7}|[SPD]\\d{7,8}|K\\d{8}|K[A-Z]\\d{7}|MA\\d{7}");

    private static final Pattern FOREIGN_PASSPORT = Pattern.compile("[A-Z0-9]{5,17}");

    /** Allows for 军字第1234567号 and the like. */
    private static final Pattern OTHER = Pattern.compile(".{2,40}");

    private DocumentForm() {}

    static void require(DocumentType type, String number, LocalDate today) {
        if (number.isEmpty()) {
            throw new InvalidDocument("document-missing");
        }
        if (SCIENTIFIC.matcher(number).matches()) {
            throw new InvalidDocument("document-scientific-notation");
        }
        switch (type) {
            case RESIDENT_ID, HMT_RESIDENCE_PERMIT -> ResidentNumber.require(type, number, today);
            case FOREIGN_PERMANENT_RESIDENT_CARD -> requirePermanentResident(number, today);
            case SOCIAL_CREDIT_CODE -> requireCharacters(number, SocialCreditCode.CHARACTERS, "");
            case HK_MACAO_PERMIT -> requireForm(HK_MACAO_PERMIT, number, "document-form-hk-macao-permit");
            case TAIWAN_PERMIT -> requireForm(TAIWAN_PERMIT, number, "document-form-taiwan-permit");
            case PASSPORT -> requireForm(PASSPORT, number, "document-form-passport");
            case FOREIGN_PASSPORT -> requireForm(FOREIGN_PASSPORT, number, "document-form-foreign-passport");
            case OTHER -> requireForm(OTHER, number, "document-form-other");
        }
    }

    /** Both national standards have 18 characters; the last one has extra allowed characters. */
    static void requireCharacters(String number, String allowed, String allowedLast) {
        var characters = number.codePoints().toArray();
        if (characters.length != 18) {
            throw new InvalidDocument("document-length", 18, characters.length);
        }
        for (var i = 0; i < characters.length; i++) {
            var isAllowed = allowed.indexOf(characters[i]) >= 0 || i == 17 && allowedLast.indexOf(characters[i]) >= 0;
            if (!isAllowed) {
                throw new InvalidDocument("document-characters", i + 1, Character.toString(characters[i]));
            }
        }
    }

    private static void requirePermanentResident(String number, LocalDate today) {
        if (number.length() == 18) {
            ResidentNumber.require(DocumentType.FOREIGN_PERMANENT_RESIDENT_CARD, number, today);
        } else {
            requireForm(PERMANENT_RESIDENT_2017, number, "document-form-permanent-resident-card");
        }
    }

    private static void requireForm(Pattern form, String number, String code) {
        if (!form.matcher(number).matches()) {
            throw new InvalidDocument(code);
        }
    }
}
