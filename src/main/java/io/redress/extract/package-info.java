/**
 * What features put into a person's own extract (本人查阅件, 个人信息保护法 45: 查阅、复制). Each one that keeps something of a
 * person is an {@link io.redress.extract.ExtractPart}; an extract that lacks a record is an incomplete answer.
 */
@Uses({"area"})
package io.redress.extract;

import io.redress.common.feature.Uses;
