# Tunes a training with Sweetspot. Needs the packages curl and jsonlite. First, elsewhere: ./sweetspot serve
suppressMessages({library(curl); library(jsonlite)})
given <- commandArgs(trailingOnly = TRUE)
address <- paste0(sub("/$", "", if (length(given) > 0) given[1] else "http://127.0.0.1:8322"), "/api")
study <- if (length(given) > 1) given[2] else "from-r"

# The answer to a message. One that was lost is sent once more: nothing is counted twice.
say <- function(path, ...) {
  message <- list(...)
  for (pause in c(1, 2, 4, 8, 0)) {
    handle <- new_handle(timeout = 60)
    handle_setheaders(handle, "Content-Type" = "application/json",
                      "Authorization" = paste("Bearer", Sys.getenv("SWEETSPOT_TOKEN")))
    if (length(message) > 0) handle_setopt(handle, postfields = toJSON(message, auto_unbox = TRUE, digits = NA))
    response <- tryCatch(curl_fetch_memory(paste0(address, path), handle), error = function(lost) lost)
    if (!inherits(response, "error")) break
    if (pause == 0) stop(response)
    Sys.sleep(pause)
  }
  answer <- fromJSON(rawToChar(response$content), simplifyVector = FALSE)
  if (response$status_code >= 400) stop(answer$error)
  answer
}

# Stands for your training, one epoch at a time.
loss_after <- function(epoch, learning_rate, momentum) {
  (log10(learning_rate) + 2)^2 / 9 + (momentum - 0.6)^2 + 0.3^epoch
}

invisible(say("/studies", name = study, seed = 1, epochs = 9, budget = list(trials = 20), objective = list(name = "loss"),
              space = list(learning_rate = list(type = "real", low = 1e-5, high = 1, scale = "log"),
                           momentum = list(type = "real", low = 0, high = 1))))

asked <- 0
repeat {
  asked <- asked + 1  # with the time and the process this is a key that no other request has
  key <- paste("r", Sys.getpid(), format(Sys.time(), "%H%M%OS6"), asked, sep = "-")
  trial <- say(sprintf("/studies/%s/ask", study), wait = 20, key = key)
  if (!is.null(trial$finished)) break
  if (!is.null(trial$wait)) next  # other clients are still at work
  path <- sprintf("/studies/%s/trials/%d", study, trial$id)
  stop_now <- FALSE
  for (epoch in seq(trial$from + 1, trial$to)) {
    loss <- do.call(loss_after, c(epoch, trial$params))
    stop_now <- say(paste0(path, "/report"), at = epoch, values = list(loss = loss), key = key)$stop
    if (stop_now) break  # it is not worth going on, or not now
  }
  if (!stop_now) say(paste0(path, "/tell"), values = list(loss = loss), key = key)
}

best <- say(sprintf("/studies/%s/best", study))$best
cat(sprintf("trial %d: %s, loss %.4f\n", best$id, toJSON(best$params, auto_unbox = TRUE, digits = NA), best$values$loss))
