/**
 * Unmasking of personal data (查看明文). Every view masks all data that names or reaches a person. A viewer who needs it
 * unmasked names the fields and the purpose, within a rate limit, and leaves a permanent record ({@code reveal}): who
 * saw what of whom, when and why. The same holds for a person's own extract (个人信息保护法 45) and for the unmasked export of
 * a list. All this needs a signed-in person: scripts see only masked data. For many people or many looks a second person
 * decides ({@link io.redress.reveal.AccessRequest}).
 */
@Uses({"account", "approval", "area", "export", "extract", "privacy", "registration", "worklist"})
package io.redress.reveal;

import io.redress.common.feature.Uses;
