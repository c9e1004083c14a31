/**
 * What keeps personal data from those who need not see it: the masks under which document numbers, phones, accounts and
 * addresses leave the service (个人信息保护法 51: 去标识化). Masking happens in views, where an answer is made for a viewer,
 * and nowhere else. The ciphers and blind indexes of the same columns live here too.
 */
@Uses({})
package io.redress.privacy;

import io.redress.common.feature.Uses;
