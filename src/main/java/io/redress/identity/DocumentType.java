package io.redress.identity;

import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Types of identity document of persons and organisations, each with its standard or common form. */
public enum DocumentType implements Labelled {
    /** 居民身份证: 18 characters, GB 11643-1999. A number may come from anywhere in the country. */
    RESIDENT_ID("居民身份证", "Resident identity card"),

    /**
     * 港澳台居民居住证, issued since 2018-09-01: GB 11643-1999 as well, with the address 810000 (Hong Kong), 820000 (Macao)
     * or 830000 (Taiwan), which no resident identity card bears.
     */
    HMT_RESIDENCE_PERMIT("港澳台居民居住证", "Residence permit (Hong Kong, Macao, Taiwan)"),

    /**
     * 港澳居民来往内地通行证: H or M and eight digits, which stay for life; those issued until 2012 have two more, which count
     * the renewals (公安部出入境管理局, 2010-03-10).
     */
    HK_MACAO_PERMIT("港澳居民来往内地通行证", "Mainland permit (Hong Kong, Macao)"),

    /**
     * 台湾居民来往大陆通行证: eight digits, which stay for life; booklets issued until 2008 have two more, which count the
     * renewals, and mostly the issuing office in brackets (公安部, 2008-09-25). Ten to twelve letters or digits on one for a
     * single journey.
     */
    TAIWAN_PERMIT("台湾居民来往大陆通行证", "Mainland permit (Taiwan)"),

    /**
     * 外国人永久居留身份证: since 2023-12-01 a number by GB 11643-1999 that begins with 9; cards of the 2017 form, three
     * letters and twelve digits, stay valid beside it.
     */
    FOREIGN_PERMANENT_RESIDENT_CARD("外国人永久居留身份证", "Foreign permanent resident card"),

    /** A Chinese passport, ordinary, official or diplomatic, or one of Hong Kong or Macao. */
    PASSPORT("护照", "Passport"),

    /** A foreign passport: ICAO 9303 leaves the number to the state, so five to seventeen letters and digits will do. */
    FOREIGN_PASSPORT("外国护照", "Foreign passport"),

    /** 统一社会信用代码 of an organisation: GB 32100-2015. A failed check warns and does not block. */
    SOCIAL_CREDIT_CODE("统一社会信用代码", "Social credit code"),

    /** Anything else, such as 军官证 or 户口簿: not checked beyond being written down. */
    OTHER("其他证件", "Other document");

    /** Whose number has a part that counts renewals, or had one. */
    public static final Set<DocumentType> RENEWED =
            Collections.unmodifiableSet(EnumSet.of(HK_MACAO_PERMIT, TAIWAN_PERMIT));

    private final Label label;

    DocumentType(String zh, String en) {
        label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }

    /** Whether the holder is an organisation rather than a person. */
    public boolean isForOrganisations() {
        return this == SOCIAL_CREDIT_CODE;
    }

    /** Whether every number of this kind follows GB 11643-1999. */
    boolean isResidentNumber() {
        return this == RESIDENT_ID || this == HMT_RESIDENCE_PERMIT;
    }
}
