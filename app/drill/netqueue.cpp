// SPDX-License-Identifier: GPL-3.0-or-later
//
// oshaq_netqueue DELAY JITTER PERCENT: lets the packets of netfilter queue 0 of this network namespace go after DELAY
// milliseconds, give or take JITTER, and PERCENT of a hundred at once, before those that came earlier. netem would do
// this, where a kernel has it.

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

extern "C" {
#include <libnetfilter_queue/libnetfilter_queue.h>
#include <linux/netfilter.h>
}

namespace {

using Time = std::chrono::steady_clock::time_point;
using std::chrono::milliseconds;

constexpr std::size_t maxWaiting = 20'000; // beyond that packets pass at once

struct Queue
{
    nfq_q_handle *handle = nullptr;
    int delayMs = 0;
    int jitterMs = 0;
    int percent = 0;
    std::mt19937 random{1};
    std::multimap<Time, std::uint32_t> waiting; // due time -> packet id

    Time dueTime()
    {
        if (int(random() % 100) < percent)
            return std::chrono::steady_clock::now();
        const int jitter = jitterMs > 0 ? int(random() % unsigned(2 * jitterMs + 1)) - jitterMs : 0;
        return std::chrono::steady_clock::now() + milliseconds(std::max(0, delayMs + jitter));
    }

    void release()
    {
        const Time now = std::chrono::steady_clock::now();
        while (!waiting.empty() && (waiting.begin()->first <= now || waiting.size() > maxWaiting)) {
            nfq_set_verdict(handle, waiting.begin()->second, NF_ACCEPT, 0, nullptr);
            waiting.erase(waiting.begin());
        }
    }

    int waitMs() const
    {
        if (waiting.empty())
            return -1;
        const auto left = std::chrono::ceil<milliseconds>(waiting.begin()->first - std::chrono::steady_clock::now());
        return std::max(0, int(left.count()));
    }
};

int handlePacket(nfq_q_handle *, nfgenmsg *, nfq_data *packet, void *data)
{
    if (const nfqnl_msg_packet_hdr *head = nfq_get_msg_packet_hdr(packet)) {
        Queue *queue = static_cast<Queue *>(data);
        queue->waiting.emplace(queue->dueTime(), ntohl(head->packet_id));
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::fputs("usage: oshaq_netqueue DELAY_MS JITTER_MS PERCENT_AT_ONCE\n", stderr);
        return 2;
    }
    Queue queue;
    queue.delayMs = std::atoi(argv[1]);
    queue.jitterMs = std::atoi(argv[2]);
    queue.percent = std::atoi(argv[3]);
    nfq_handle *netfilter = nfq_open();
    if (!netfilter) {
        std::perror("nfq_open");
        return 1;
    }
    queue.handle = nfq_create_queue(netfilter, 0, &handlePacket, &queue);
    if (!queue.handle || nfq_set_mode(queue.handle, NFQNL_COPY_META, 0) < 0) {
        std::perror("nfq_create_queue");
        return 1;
    }
    nfq_set_queue_maxlen(queue.handle, std::uint32_t(maxWaiting));
    alignas(nlmsghdr) char buffer[65536];
    const int socket = nfq_fd(netfilter);
    for (;;) {
        pollfd polled{socket, POLLIN, 0};
        if (::poll(&polled, 1, queue.waitMs()) > 0) {
            const ssize_t got = ::recv(socket, buffer, sizeof buffer, 0);
            if (got > 0)
                nfq_handle_packet(netfilter, buffer, int(got));
        }
        queue.release();
    }
}
