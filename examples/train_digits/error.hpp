#ifndef TRAIN_DIGITS_ERROR_HPP
#define TRAIN_DIGITS_ERROR_HPP

#include <stdexcept>

/// Something the user gave cannot be used: an option, a name, a file. The message says what was expected.
struct input_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

#endif
