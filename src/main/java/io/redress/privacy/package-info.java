/**
 * Protection of personal data. Masks hide document numbers, phones, accounts and addresses before they leave the
 * service (个人信息保护法 51: 去标识化); only views mask, when they build a response for a viewer. The package also contains the
 * ciphers and blind indexes of the same columns.
 */
@Uses({})
package io.redress.privacy;

import io.redress.common.feature.Uses;
