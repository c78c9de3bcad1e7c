// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace oshaq {

/// The deleter of a std::unique_ptr for what a C library gives and takes back:
/// std::unique_ptr<BIO, Releaser<BIO_free_all>>.
template <auto release> struct Releaser
{
    template <typename T> void operator()(T *object) const { release(object); }
};

} // namespace oshaq
