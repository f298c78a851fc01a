#ifndef TRAIN_DIGITS_DATASET_HPP
#define TRAIN_DIGITS_DATASET_HPP

#include "activation.hpp"
#include "error.hpp"
#include "random.hpp"

#include <charconv>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#ifdef TRAIN_DIGITS_HAS_ZLIB
#include <zlib.h>
#endif

/// Labelled images, a column each, pixels in -1..1: centred inputs train better than 0..1.
struct image_set {
    matrix images;
    std::vector<int> labels;

    Eigen::Index size() const { return images.cols(); }

    /// The images order[first .. first + count).
    void gather(std::vector<std::ptrdiff_t> const& order, Eigen::Index first, Eigen::Index count, image_set& to) const {
        to.images.resize(images.rows(), count);
        to.labels.resize(static_cast<std::size_t>(count));
        for (Eigen::Index i = 0; i < count; ++i) {
            std::ptrdiff_t const from = order[static_cast<std::size_t>(first + i)];
            to.images.col(i) = images.col(from);
            to.labels[static_cast<std::size_t>(i)] = labels[static_cast<std::size_t>(from)];
        }
    }
};

struct dataset {
    std::string name;
    image_set train, test;
};

inline constexpr int class_count = 10;

/// The start of a field that cannot be used, fit for a message even when the file is not text at all.
inline std::string quote(std::string_view field) {
    std::string quoted = "'";
    for (char c : field.substr(0, 20)) quoted += c >= ' ' && c <= '~' ? c : '?';
    return quoted + "'";
}

/// A file of 8x8 images as in examples/data/README.md. Anything that is not of that form is refused, with its line.
inline image_set read_digits_csv(std::filesystem::path const& path) {
    constexpr int pixels = 64, darkest = 16;
    std::string const format = "expected lines of 65 comma-separated whole numbers: 64 pixels of 0..16, then the "
                               "label 0..9";
    std::ifstream file(path);
    if (!file) throw input_error("cannot open the data file '" + path.string() + "'; " + format);

    std::vector<float> values;
    image_set set;
    std::string line;
    for (long number = 1; std::getline(file, line); ++number) {
        auto const refuse = [&](std::string const& found) {
            throw input_error(path.string() + ":" + std::to_string(number) + ": found " + found + "; " + format);
        };
        if (!line.empty() && line.back() == '\r') line.pop_back();
        int columns = 0;
        for (std::string_view rest = line; columns == 0 || !rest.empty(); ++columns) {
            std::string_view const field = rest.substr(0, rest.find(','));
            rest.remove_prefix(field.size());
            int value = 0;
            auto const parsed = std::from_chars(field.data(), field.data() + field.size(), value);
            if (parsed.ec != std::errc{} || parsed.ptr != field.data() + field.size())
                refuse(quote(field) + " in column " + std::to_string(columns + 1));
            if (value < 0 || value > (columns < pixels ? darkest : class_count - 1))
                refuse("the value " + std::to_string(value) + " in column " + std::to_string(columns + 1));
            if (columns < pixels)
                values.push_back(static_cast<float>(value) / (darkest / 2.0f) - 1.0f);
            else
                set.labels.push_back(value);
            if (rest == ",") refuse("a comma at the end");
            if (!rest.empty()) rest.remove_prefix(1);
            if (columns == pixels && !rest.empty()) refuse("more than 65 columns");
        }
        if (columns != pixels + 1) refuse(std::to_string(columns) + " columns");
    }
    if (file.bad()) throw input_error("cannot read the data file '" + path.string() + "'; " + format);
    if (set.labels.size() < 50)
        throw input_error(path.string() + ": found " + std::to_string(set.labels.size()) +
                          " images, which is too few to train on; expected at least 50; " + format);
    set.images = Eigen::Map<matrix>(values.data(), pixels, static_cast<Eigen::Index>(set.labels.size()));
    return set;
}

/// A fifth of the images, drawn by the seed, is kept from training.
inline dataset hold_out_fifth(std::string name, image_set const& all, std::uint64_t seed) {
    random_source random(seed);
    std::vector<std::ptrdiff_t> const order = random.permutation(all.size());
    Eigen::Index const held_out = all.size() / 5;
    dataset data{std::move(name), {}, {}};
    all.gather(order, 0, held_out, data.test);
    all.gather(order, held_out, all.size() - held_out, data.train);
    return data;
}

/// The bytes of an idx file, packed (.gz) or not; the name is given without the .gz.
inline std::vector<unsigned char> read_idx_bytes(std::filesystem::path const& path) {
    if (std::ifstream file(path, std::ios::binary); file)
        return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    std::filesystem::path packed = path;
    packed += ".gz";
    std::error_code unreadable;
    if (!std::filesystem::exists(packed, unreadable))
        throw input_error("found neither '" + path.string() + "' nor '" + packed.string() +
                          "'; expected the four idx files of Fashion-MNIST (or MNIST) in that directory");
#ifdef TRAIN_DIGITS_HAS_ZLIB
    std::vector<unsigned char> bytes;
    gzFile file = gzopen(packed.c_str(), "rb");
    unsigned char block[1 << 16];
    int got = -1;
    while (file && (got = gzread(file, block, sizeof block)) > 0) bytes.insert(bytes.end(), block, block + got);
    // A file that was cut off shows itself only when closed.
    int const closed = file ? gzclose(file) : Z_ERRNO;
    if (got < 0 || closed != Z_OK)
        throw input_error("cannot unpack '" + packed.string() + "'; expected a whole gzip file");
    return bytes;
#else
    throw input_error("'" + packed.string() +
                      "' is packed and this program was built without zlib; install zlib (Debian: zlib1g-dev) and "
                      "build again, or unpack the files into a directory and give that with --data");
#endif
}

/// One pair of idx files: images of any size, pixels 0..255, labels 0..9.
inline image_set read_idx(std::filesystem::path const& directory, std::string const& prefix) {
    auto const number = [](std::vector<unsigned char> const& bytes, std::size_t at) {
        return std::size_t{bytes[at]} << 24 | std::size_t{bytes[at + 1]} << 16 | std::size_t{bytes[at + 2]} << 8 |
               bytes[at + 3];
    };
    std::filesystem::path const image_path = directory / (prefix + "-images-idx3-ubyte");
    std::filesystem::path const label_path = directory / (prefix + "-labels-idx1-ubyte");
    std::vector<unsigned char> const images = read_idx_bytes(image_path), labels = read_idx_bytes(label_path);
    constexpr std::size_t image_header = 16, label_header = 8, largest_side = 1024;

    auto const refuse = [](std::filesystem::path const& path, char const* expected) {
        throw input_error("'" + path.string() + "' is broken: expected " + expected);
    };
    if (images.size() < image_header || number(images, 0) != 0x803 || number(images, 8) - 1 >= largest_side ||
        number(images, 12) - 1 >= largest_side)
        refuse(image_path, "an idx file of images (magic number 0x803, sides of 1 to 1024 pixels)");
    std::size_t const count = number(images, 4), pixels = number(images, 8) * number(images, 12);
    if (count < 50 || images.size() != image_header + count * pixels)
        refuse(image_path, "at least 50 images, and as many bytes as its header says");
    if (labels.size() < label_header || number(labels, 0) != 0x801 || number(labels, 4) != count ||
        labels.size() != label_header + count)
        refuse(label_path, "an idx file of labels (magic number 0x801), one for each image");

    image_set set;
    set.labels.assign(labels.begin() + label_header, labels.end());
    for (int label : set.labels)
        if (label >= class_count) refuse(label_path, "labels of 0..9");
    using bytes = Eigen::Matrix<unsigned char, Eigen::Dynamic, Eigen::Dynamic>;
    set.images = Eigen::Map<bytes const>(images.data() + image_header, static_cast<Eigen::Index>(pixels),
                                         static_cast<Eigen::Index>(count))
                     .cast<float>();
    set.images.array() = set.images.array() / 127.5f - 1.0f;
    return set;
}

/// These data sets come with test images of their own.
inline dataset read_idx_directory(std::filesystem::path const& directory) {
    dataset data{directory.string(), read_idx(directory, "train"), read_idx(directory, "t10k")};
    if (data.train.images.rows() != data.test.images.rows())
        throw input_error("the training and the test images in '" + directory.string() +
                          "' differ in size; expected one size");
    return data;
}

/// `source` is "digits", "fashion", a .csv file or a directory.
inline dataset load_dataset(std::string const& source, std::filesystem::path const& digits, std::uint64_t seed) {
    std::error_code unreadable; // asked for so that a path without permission is "not there", and no exception
    if (source == "digits") return hold_out_fifth("handwritten digits", read_digits_csv(digits), seed);
    if (source == "fashion") {
        for (char const* directory : {"/usr/share/datasets/fashion-mnist", "/usr/share/dataset-fashion-mnist"})
            if (std::filesystem::is_directory(directory, unreadable)) {
                dataset data = read_idx_directory(directory);
                data.name = "Fashion-MNIST";
                return data;
            }
        throw input_error("Fashion-MNIST was not found below /usr/share; expected Debian's package "
                          "dataset-fashion-mnist to be installed, or --data DIRECTORY with its idx files");
    }
    if (std::filesystem::is_directory(source, unreadable)) return read_idx_directory(source);
    if (!std::filesystem::exists(source, unreadable))
        throw input_error("there is no '" + source +
                          "'; expected --data digits, fashion, a .csv file of the digits' format, or a directory with "
                          "the idx files of Fashion-MNIST");
    return hold_out_fifth(source, read_digits_csv(source), seed);
}

#endif
