package io.redress.registration.investor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way to reach somebody that can cease to be one. */
@Schema(description = "联系方式 / a way to reach somebody")
public enum ContactField {
    PHONE,
    OTHER_PHONE,
    EMERGENCY_CONTACT
}
